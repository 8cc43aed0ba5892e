/** Messages to me: what became of my reports, what landed on my post. */
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { api, got, Problem, type Schemas } from '@/api/client'
import { useSession } from '@/lib/session'
import { known } from '../lib/live'

export type Notice = Schemas['NoticeView']
interface Box { items: Notice[]; more?: string }

export const useNotices = defineStore('notices', () => {
  const session = useSession()
  const under = () => (session.me && session.holding ? { account: session.me.account, name: `notices|${session.holding.id}` } : undefined)
  const list = known<Box>(under, async () => box(await page()))
  async function page(after?: string): Promise<Schemas['Page_NoticeView']> {
    const found = await got(api.GET('/api/v1/notices', { params: { query: { limit: 20, ...(after ? { after } : {}) } } }))
    return found
  }
  function box(found: Schemas['Page_NoticeView'], before: Notice[] = []): Box {
    return { items: [...before, ...found.items], ...(found.next ? { more: found.next } : {}) }
  }
  const items = computed(() => list.value.value?.items ?? [])
  const unread = computed(() => items.value.filter((n) => !n.read_at && !n.taken_at).length)
  const ringing = computed(() => items.value.filter((n) => n.ring && !n.taken_at))

  async function loadMore(): Promise<void> {
    const held = list.value.value
    if (!held?.more) return
    try { await list.take(box(await page(held.more), held.items)) } catch (problem) { if (!(problem instanceof Problem)) throw problem }
  }
  async function change(one: Notice, what: Partial<Notice>): Promise<void> {
    const held = list.value.value
    if (held) await list.take({ ...held, items: held.items.map((n) => (n.ref === one.ref ? { ...n, ...what } : n)) })
  }
  /** Noted here at once; without network the server hears of it at the next look. */
  async function read(one: Notice): Promise<void> {
    if (one.read_at) return
    await change(one, { read_at: new Date().toISOString() })
    await api.POST('/api/v1/notices/{ref}/read', { params: { path: { ref: one.ref } } }).catch(() => undefined)
  }
  /** Taking stops the ringing for everybody: only the server can say so. */
  async function take(one: Notice): Promise<void> {
    await api.POST('/api/v1/notices/{ref}/take', { params: { path: { ref: one.ref } } })
    await change(one, { taken_at: new Date().toISOString(), taken_by: session.me?.called ?? '' })
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  function hear(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void list.load(), 400)
  }
  const reset = (): void => { list.value.value = undefined; list.at.value = undefined }
  return { items, unread, ringing, more: computed(() => list.value.value?.more !== undefined), at: list.at, busy: list.busy, problem: list.problem, known: computed(() => list.value.value !== undefined), load: list.load, refresh: list.refresh, loadMore, read, take, hear, reset }
})
