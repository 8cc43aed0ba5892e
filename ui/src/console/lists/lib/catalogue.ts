/** The lists in force as far as these pages need names, tiers, posts and departments. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { api, got, type Schemas } from '@/api/client'
import { useNames } from '@/lib/names'
import { matters } from './api'

export const useCatalogue = defineStore('lists-catalogue', () => {
  const all = shallowRef<Schemas['Matter'][]>([])
  const departments = shallowRef<{ short: string; unit: Schemas['UnitView'] }[]>([])
  const posts = shallowRef<Schemas['PostView'][]>([])
  const town = ref<string>()
  let reading: Promise<void> | undefined
  let placed = ''

  /** Reads the entries in force, once; again after something was published. */
  function ready(again = false): Promise<void> {
    if (again) reading = undefined
    reading ??= matters().then((found) => { all.value = found }).catch((problem: unknown) => { reading = undefined; throw problem })
    return reading
  }
  const of = (code: string): Schemas['Matter'] | undefined => all.value.find((m) => m.code === code)
  const name = (code: string, locale: string): string => { const m = of(code); return m ? (locale === 'en' ? m.name_en : m.name_zh) : code }

  const unit = (code: string): Promise<Schemas['UnitView']> => got(api.GET('/api/v1/units/{code}', { params: { path: { code } } }))
  const children = async (code: string): Promise<Schemas['UnitView'][]> => (await got(api.GET('/api/v1/units/{code}/children', { params: { path: { code } } }))).filter((u) => !u.valid_to)
  /** Departments and posts of a town, as seen from the post in use: every district and town has the same ones. */
  async function place(from: string): Promise<void> {
    if (placed === from) return
    placed = from
    try {
      const here = await unit(from)
      const up = [...here.path.map((p) => p.code), here.code]
      const units = await Promise.all(up.map(unit))
      let area = units.find((u) => u.kind === 'district' || u.kind === 'zone')
      if (!area && units[0]) area = (await children(units[0].code)).find((u) => u.kind === 'district')
      if (!area) return
      const below = await children(area.code)
      useNames().learn(below)
      const prefix = `${area.code}-`
      departments.value = below.filter((u) => u.kind === 'department').map((u) => ({ short: u.code.startsWith(prefix) ? u.code.slice(prefix.length) : u.code, unit: u }))
      const first = units.find((u) => u.kind === 'town') ?? below.find((u) => u.kind === 'town')
      town.value = first?.code
      if (first) posts.value = await got(api.GET('/api/v1/units/{code}/posts', { params: { path: { code: first.code } } }))
    } catch { placed = '' }
  }
  const post = (code: string, locale: string): string => { const p = posts.value.find((one) => one.code === code); return p ? `${locale === 'en' && p.name_en ? p.name_en : p.name} ${code}` : code }
  const department = (short: string, locale: string): string => { const d = departments.value.find((one) => one.short === short); return d ? (locale === 'en' && d.unit.name_en ? d.unit.name_en : d.unit.name) : short }
  return { all, departments, posts, town, ready, of, name, place, post, department }
})
