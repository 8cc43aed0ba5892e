/** The catalogue in force: read once, some dozens of entries. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import { api, got } from '@/api/client'
import type { Matter } from './words'

export const useMatters = defineStore('matters', () => {
  const all = ref<Matter[]>([])
  let reading: Promise<void> | undefined

  async function read(): Promise<void> {
    const found: Matter[] = []
    let after: string | undefined
    do {
      const page = await got(api.GET('/api/v1/matters', { params: { query: { limit: 100, ...(after ? { after } : {}) } } }))
      found.push(...page.items)
      after = page.next ?? undefined
    } while (after)
    all.value = found
  }
  function ready(): Promise<void> {
    reading ??= read().catch(() => { reading = undefined })
    return reading
  }
  /** By part of a name or code; without words, all. */
  async function find(q: string): Promise<Matter[]> {
    await ready()
    const words = q.trim().toLowerCase()
    return all.value.filter((m) => !words || `${m.code} ${m.name_zh} ${m.name_en}`.toLowerCase().includes(words)).slice(0, 60)
  }
  void ready()
  return { all, find, ready }
})
