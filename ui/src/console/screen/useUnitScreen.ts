import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { api, got } from '@/api/client'
import { isAnew, type LiveEvent } from '@/lib/live'
import { yearOf } from '@/lib/day'
import { now } from '@/lib/time'
import { cases, counts as countsOf, summary, unitOf, type CaseRow } from './api'
import { freshOf, sizesOf, type Size } from './numbers'
import { behind, paced } from './pace'
import { useLoad } from './useLoad'

/** Rows shown in a list of the screen; more are behind its number. */
const ROWS = 20
/** After so many looks the minute's own look must do: the counting may be stopped. */
const LAGS = 10

/** Everything a unit's screen shows, kept up to date by the events heard. `own`: it is the reader's own unit. */
export function useUnitScreen(code: () => string, own: () => boolean) {
  const key = (): string | undefined => code() || undefined
  const unit = useLoad(key, unitOf)
  const counts = useLoad(key, countsOf)
  /** From above: what my unit holds and what it is called to, nearest deadline first. */
  const tasks = useLoad(() => (own() ? key() : undefined), async () => {
    const [held, called] = await Promise.all([cases({ queue: 'unit', sort: 'due', limit: ROWS }), cases({ queue: 'called', sort: 'due', limit: ROWS })])
    const once = new Map([...held.items, ...called.items].map((row) => [row.ref, row]))
    const items = [...once.values()].sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'))
    return { items, more: !!(held.next || called.next) }
  })
  const arrivals = useLoad(key, (code) => cases({ unit: code, state: 'reported', sort: 'newest', limit: ROWS }))
  const due = useLoad(key, (code) => cases({ unit: code, open: true, sort: 'due', limit: ROWS }))
  const below = useLoad(key, (code) => got(api.GET('/api/v1/units/{code}/children', { params: { path: { code } } })))
  const sizes = computed<Map<string, Size>>(() => sizesOf(counts.data.value?.children ?? [], below.data.value ?? []))

  /** This year's months; they do not change by the second, so no event asks for them. */
  const year = useLoad(key, (unit) => summary({ unit, year: yearOf(now()) }))

  /** What came in while one was looking; forgotten with the next arrival. */
  const fresh = shallowRef(new Set<string>())
  let seen: Set<string> | undefined
  watch(arrivals.data, (page) => {
    const rows: CaseRow[] = page?.items ?? []
    fresh.value = page ? freshOf(rows, seen) : new Set()
    seen = page ? new Set(rows.map((row) => row.ref)) : undefined
  })

  /** Goes up with every refresh, for the parts that load by themselves. */
  const turn = ref(0)
  const reload = paced(() => {
    turn.value++
    for (const part of [counts, arrivals, due, ...(own() ? [tasks] : [])]) void part.reload()
  }, 1500)
  onScopeDispose(reload.stop)
  /** Numbers follow the events a moment later: asked again until they stand for what was heard. */
  let heard = ''
  let tries = 0
  let later: ReturnType<typeof setTimeout> | undefined
  watch(counts.data, (now) => {
    clearTimeout(later)
    if (!now || !heard || !behind(now.event, heard)) { tries = 0; return }
    if (tries < LAGS) { tries += 1; later = setTimeout(() => void counts.reload(), 600) }
  })
  onScopeDispose(() => clearTimeout(later))
  function hear(event: LiveEvent): void {
    if (event.id) heard = event.id
    if (/^(case|counts)\./.test(event.kind) || isAnew(event.kind)) reload()
  }
  return { unit, counts, tasks, arrivals, due, year, sizes, fresh, turn, hear, reload }
}
