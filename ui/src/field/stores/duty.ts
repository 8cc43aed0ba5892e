/** 常态任务 of today: the walk of one's own grid, kept for no network; what is offered to volunteers. */
import { defineStore } from 'pinia'
import { computed } from 'vue'
import { api, got, type Schemas } from '@/api/client'
import { useSession } from '@/lib/session'
import type { Entry, TickBody } from '../lib/db'
import { bodyOf, subjectOf, walkOf, type DutyDay, type DutyRow, type TickWord } from '../lib/duty'
import { known, type Known } from '../lib/live'
import { useQueue } from './queue'

/** The list with its tag, and when it was asked for (ms): ticks sent later are not in it. */
interface Held { tag: string; day: DutyDay; asked: number }

export const useDuty = defineStore('duty', () => {
  const session = useSession()
  const queue = useQueue()
  const role = computed(() => session.holding?.role)
  /** Whoever works a grid has a walk; whoever helps there has what is offered. */
  const walks = computed(() => role.value === 'grid_worker_full')
  const helps = computed(() => role.value === 'volunteer')
  const under = (name: string) => () => (session.me && session.holding ? { account: session.me.account, name: `${name}|${session.holding.id}` } : undefined)

  const list: Known<Held> = known<Held>(under('duty'), async (): Promise<Held> => {
    const asked = Date.now()
    const before = list.value.value
    const { data, response } = await api.GET('/api/v1/duties', { params: { query: {} }, ...(before ? { headers: { 'if-none-match': before.tag } } : {}) })
    if (!data || response.status === 304) return { ...before!, asked }
    return { tag: response.headers.get('etag') ?? '', day: data, asked }
  })
  const offers = known<Schemas['DutyOffer'][]>(under('offers'), async () => {
    const all = await got(api.GET('/api/v1/duties/offers'))
    return all
  })
  const burden = known<Schemas['OwnBurden']>(under('burden'), async () => {
    const own = await got(api.GET('/api/v1/burden/mine'))
    return own
  })
  const ticks = computed(() => queue.entries.filter((e) => e.kind === 'tick'))
  const day = computed(() => list.value.value?.day)
  const walk = computed(() => (list.value.value ? walkOf(list.value.value.day, ticks.value, list.value.value.asked) : undefined))

  async function load(): Promise<void> {
    if (walks.value) await Promise.all([list.load(), burden.refresh(3_600_000)])
    else if (helps.value) await offers.load()
  }
  async function refresh(ms: number): Promise<void> {
    if (walks.value) await Promise.all([list.refresh(ms), burden.refresh(3_600_000)])
    else if (helps.value) await offers.refresh(ms)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  /** Something happened to the list, often by this phone itself: a series of ticks asks once. */
  function hear(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void load(), 2_500)
  }
  type Named = Pick<DutyRow, 'object' | 'matter' | 'nominal'> & { trigger?: { ref: string } | null }
  async function tick(row: Named, title: string, word: TickWord, more: Partial<TickBody> = {}, photos: string[] = []): Promise<Entry> {
    return queue.tick(subjectOf(row), title, bodyOf(row, word, more, new Date()), photos)
  }
  /** A slip: what only this phone knows is held back, anything else is undone by a tick of its own. */
  async function undo(row: Named, title: string): Promise<void> {
    const last = ticks.value.filter((e) => e.subject === subjectOf(row) && e.gone === undefined).at(-1)
    if (last && queue.held(last)) await queue.remove(last)
    else await tick(row, title, 'undo')
  }
  /** A refusal was read: it is put away, the list says how it stands. */
  async function understood(entry: Entry): Promise<void> {
    await queue.remove(entry)
    await load()
  }
  function reset(): void {
    for (const one of [list, offers, burden]) { one.value.value = undefined; one.at.value = undefined; one.problem.value = undefined }
  }
  return { walks, helps, day, walk, at: list.at, busy: list.busy, problem: list.problem, offers: offers.value, offersBusy: offers.busy, offersProblem: offers.problem, burden: burden.value, load, refresh, hear, tick, undo, understood, reset }
})
