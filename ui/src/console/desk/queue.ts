/**
 * The queue: pages by key, up to a few thousand rows, alive without jumping. A row that changed is renewed where it
 * stands; one that no longer belongs stays, marked, until the reader asks for a fresh list; new ones wait in `fresh`.
 */
import { computed, onScopeDispose, ref, shallowRef, triggerRef, watch, type Ref } from 'vue'
import { api, got, Problem } from '@/api/client'
import { belongs, paramsOf, type Query, type Self } from './query'
import type { Row } from './words'

export interface Line { row: Row; gone: boolean; renewed: number }
/** More than this nobody works through: narrow it down. */
export const MOST = 3_000
const PAGE = 100
/** Sheets read at most for one burst of events. */
const LOOKS = 12

export function useQueue(query: Ref<Query>, self: () => Self) {
  const lines = shallowRef<Line[]>([])
  const state = ref<'loading' | 'ready' | 'error'>('loading')
  const problem = shallowRef<Problem>()
  const fresh = ref<Row[]>([])
  const adding = ref(false)
  let next: string | undefined
  let turn = 0
  const more = ref(false)
  let heardRefs = new Set<string>()
  let anything = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function page(after?: string) {
    return got(api.GET('/api/v1/cases', { params: { query: { ...paramsOf(query.value), limit: PAGE, ...(after ? { after } : {}) } } }))
  }
  function problemOf(caught: unknown): Problem {
    return caught instanceof Problem ? caught : new Problem(0, { detail: String(caught) })
  }
  async function load(): Promise<void> {
    const mine = ++turn
    state.value = lines.value.length > 0 ? state.value : 'loading'
    try {
      const found = await page()
      if (mine !== turn) return
      lines.value = found.items.map((row) => ({ row, gone: false, renewed: 0 }))
      next = found.next ?? undefined
      more.value = next !== undefined
      fresh.value = []
      state.value = 'ready'
    } catch (caught) {
      if (mine !== turn) return
      problem.value = problemOf(caught)
      state.value = 'error'
    }
  }
  /** The next page, when the reader comes near the end. */
  async function addPage(): Promise<void> {
    if (!next || adding.value || lines.value.length >= MOST) return
    const mine = turn
    adding.value = true
    try {
      const found = await page(next)
      if (mine !== turn) return
      const known = new Set(lines.value.map((l) => l.row.ref))
      lines.value = [...lines.value, ...found.items.filter((row) => !known.has(row.ref)).map((row) => ({ row, gone: false, renewed: 0 }))]
      next = found.next ?? undefined
      more.value = next !== undefined
    } catch (caught) {
      problem.value = problemOf(caught)
    } finally {
      adding.value = false
    }
  }
  /** A new object each time: what shows a line looks at its identity. */
  function replace(n: number, line: Line): void {
    lines.value[n] = line
    triggerRef(lines)
  }
  /** Puts a row that was read anew into its place. */
  function renew(row: Row, gone = !belongs(row, query.value, self())): void {
    const n = lines.value.findIndex((l) => l.row.ref === row.ref)
    const line = lines.value[n]
    if (!line || line.row.version > row.version) return
    replace(n, { row, gone, renewed: line.renewed + (line.row.version === row.version ? 0 : 1) })
  }
  /** What happened elsewhere, to these cases or to any: gathered for a moment, then looked at once. */
  function hear(refs?: string[]): void {
    if (!refs) anything = true
    for (const one of refs ?? []) heardRefs.add(one)
    if (timer === undefined) timer = setTimeout(() => { timer = undefined; void look() }, 700)
  }
  async function look(): Promise<void> {
    const refs = heardRefs
    const unnamed = anything
    heardRefs = new Set()
    anything = false
    const mine = turn
    if (state.value === 'error') return load()
    try {
      const first = await page()
      if (mine !== turn) return
      const known = new Map(lines.value.map((l) => [l.row.ref, l]))
      const waiting = new Map(fresh.value.map((row) => [row.ref, row]))
      const seen = new Set<string>()
      for (const row of first.items) {
        seen.add(row.ref)
        if (known.has(row.ref)) renew(row, false)
        else if (waiting.has(row.ref) || unnamed || refs.has(row.ref) || lines.value.length === 0) waiting.set(row.ref, row)
      }
      // Those on our list that are not on its first page: somewhere below, or no longer here at all.
      const unclear = [...refs].filter((one) => known.has(one) && !seen.has(one)).slice(0, LOOKS)
      for (const one of unclear) {
        const sheet = await got(api.GET('/api/v1/cases/{ref}', { params: { path: { ref: one } } })).catch(() => undefined)
        if (mine !== turn) return
        if (sheet) renew(sheet)
        else { const n = lines.value.findIndex((l) => l.row.ref === one); if (n >= 0) replace(n, { ...lines.value[n]!, gone: true }) }
      }
      fresh.value = [...waiting.values()]
    } catch {
      // The connection's own state is shown; the next event looks again.
    }
  }
  watch(query, () => { lines.value = []; fresh.value = []; more.value = false; next = undefined; void load() }, { deep: true, immediate: true })
  onScopeDispose(() => { turn += 1; clearTimeout(timer) })
  const open = computed(() => lines.value.filter((l) => !l.gone).length)
  return { lines, state, problem, fresh, more, adding, open, load, addPage, renew, hear }
}
