/** What lies with me: my unit's open cases and those to which it is called. Kept for no network, refreshed by events. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, got, Problem, type Schemas } from '@/api/client'
import { useSession } from '@/lib/session'
import { keep, kept } from '../lib/db'
import { known } from '../lib/live'
import type { Row } from '../lib/order'

type Sheet = Schemas['CaseSheet']
export interface Mine { rows: Row[]; called: string[]; more?: string }

const ENDED = new Set<Schemas['State']>(['closed', 'rejected', 'merged', 'withdrawn'])

/** Whether the case lies with this seat, or calls its unit, as far as the sheet says. */
export function lies(sheet: Sheet, at: { unit: string; post: string }): { mine: boolean; called: boolean } {
  const ended = ENDED.has(sheet.state)
  const post = sheet.seat.post
  const called = sheet.calls.some((c) => c.seat.unit === at.unit && (c.state === 'called' || c.state === 'arrived'))
  return { mine: !ended && sheet.seat.unit === at.unit && (!post || post === at.post), called: !ended && called }
}

const PAGE = 100

export const useWork = defineStore('work', () => {
  const session = useSession()
  const under = () => (session.me && session.holding ? { account: session.me.account, name: `mine|${session.holding.id}` } : undefined)
  const list = known<Mine>(under, async () => {
    const [unit, called] = await Promise.all([page('unit'), page('called')])
    const seen = new Set(unit.items.map((r) => r.ref))
    return {
      rows: [...unit.items, ...called.items.filter((r) => !seen.has(r.ref))],
      called: called.items.map((r) => r.ref),
      ...(unit.next ? { more: unit.next } : {}),
    }
  })
  async function page(queue: 'unit' | 'called', after?: string): Promise<Schemas['Page_CaseRow']> {
    const found = await got(api.GET('/api/v1/cases', { params: { query: { queue, open: true, sort: 'due', limit: PAGE, ...(after ? { after } : {}) } } }))
    return found
  }
  const rows = computed(() => list.value.value?.rows ?? [])
  const called = computed(() => new Set(list.value.value?.called ?? []))

  const fetching = ref(false)
  async function loadMore(): Promise<void> {
    const held = list.value.value
    if (!held?.more || fetching.value) return
    fetching.value = true
    try {
      const next = await page('unit', held.more)
      const seen = new Set(held.rows.map((r) => r.ref))
      await list.take({ rows: [...held.rows, ...next.items.filter((r) => !seen.has(r.ref))], called: held.called, ...(next.next ? { more: next.next } : {}) })
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
    } finally {
      fetching.value = false
    }
  }

  /** One case anew: into the list, or out of it. */
  async function refreshOne(ref: string): Promise<Sheet | undefined> {
    try {
      const sheet = await got(api.GET('/api/v1/cases/{ref}', { params: { path: { ref } } }))
      await settle(sheet)
      return sheet
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      if (problem.status === 404) await drop(ref)
      return undefined
    }
  }
  /**
   * A case as it is kept here, if that is good enough: ended for good, not older than `since`, or looked at within
   * ten minutes (live events refresh what lies with me anyway). Else anew; without network the kept one.
   */
  async function cached(ref: string, since?: string): Promise<Sheet | undefined> {
    const held = session.me && (await kept<Sheet>(session.me.account, `case|${ref}`))
    if (held) {
      const young = since === undefined ? Date.now() - held.at < 600_000 : held.value.updated >= since
      if (young || (since === undefined && ENDED.has(held.value.state))) return held.value
    }
    return (await refreshOne(ref)) ?? held?.value
  }
  const heard = new Set<(sheet: Sheet) => void>()
  /** Called with every case that was fetched anew. */
  function watchOne(hear: (sheet: Sheet) => void): () => void {
    heard.add(hear)
    return () => heard.delete(hear)
  }
  async function settle(sheet: Sheet): Promise<void> {
    for (const hear of heard) hear(sheet)
    const at = session.holding
    if (!at || !session.me) return
    await keep(session.me.account, `case|${sheet.ref}`, sheet)
    const held = list.value.value
    if (!held) return
    const { mine, called } = lies(sheet, at)
    if (!mine && !called) { await drop(sheet.ref); return }
    const { full_text: _f, timeline: _t, parts: _p, merged: _m, ...row } = sheet
    await list.take({
      ...held,
      rows: [...held.rows.filter((r) => r.ref !== sheet.ref), row],
      called: called ? [...new Set([...held.called, sheet.ref])] : held.called.filter((r) => r !== sheet.ref),
    })
  }
  async function drop(ref: string): Promise<void> {
    const held = list.value.value
    if (!held?.rows.some((r) => r.ref === ref)) return
    await list.take({ ...held, rows: held.rows.filter((r) => r.ref !== ref), called: held.called.filter((r) => r !== ref) })
  }

  let pending = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** A live event about a case: gathered for a moment, then only what changed is fetched. */
  async function hear(ref: string, version: number): Promise<void> {
    // My own step comes back as an event, too: it is here already.
    const held = session.me && (await kept<Sheet>(session.me.account, `case|${ref}`))
    if (held && held.value.version >= version) return
    pending.add(ref)
    clearTimeout(timer)
    timer = setTimeout(() => {
      const refs = [...pending]
      pending = new Set()
      if (refs.length > 8) void list.load()
      else for (const one of refs) void refreshOne(one)
    }, 400)
  }
  function reset(): void { list.value.value = undefined; list.at.value = undefined; list.problem.value = undefined }
  return { rows, called, more: computed(() => list.value.value?.more !== undefined), at: list.at, busy: list.busy, problem: list.problem, known: computed(() => list.value.value !== undefined), fetching, load: list.load, refresh: list.refresh, loadMore, refreshOne, settle, watchOne, cached, hear, reset }
})
