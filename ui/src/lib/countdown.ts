/**
 * What is left of a limit, in the unit that it counts in: working hours and days run while the holder's office is
 * open and stand still after work. The server says how it stands at its answer's time; here it is counted on.
 */
import { onScopeDispose } from 'vue'
import { dayOf } from './day'
import { countdown as onTheWall, now as serverNow, said } from './time'

type Say = (key: string, named?: Record<string, unknown>) => string
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** As in docs/API.md, "Countdowns". */
export interface Countdown {
  unit?: 'min' | 'h' | 'wh' | 'wd' | 'cd' | null
  left: number
  days?: number | null
  late: boolean
  ticks: boolean
  changes?: string | null
  /** When the server said so (ms by its clock): put in as the answer comes, see {@link anchor}. */
  at?: number
}
export interface Left {
  late: boolean
  soon: boolean
  /** `剩 3 个工时 20 分`, `超 2 个工作日`. */
  words: string
  /** Why it stands still, and until when: `下班暂停,明早 9:00继续`. */
  paused?: string
}

/** Working minutes count in office hours only. */
const working = (c: Countdown): boolean => c.unit === 'wh' || c.unit === 'wd'

/** Minutes left at `now`, and whether it runs then. */
export function leftAt(c: Countdown, now: number): { minutes: number; ticks: boolean } {
  const asked = c.at ?? now
  const turn = c.changes ? new Date(c.changes).getTime() : Infinity
  const passed = (to: number, from: number): number => Math.floor(Math.max(0, to - from) / MINUTE)
  if (c.ticks) return { minutes: c.left - passed(Math.min(now, turn), asked), ticks: now < turn }
  return { minutes: c.left - (turn === Infinity ? 0 : passed(now, turn)), ticks: now >= turn }
}

/** Office minutes are not put into days: a working day has no twenty-four hours. */
function workTime(minutes: number, t: Say): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return h === 0 ? t('time.workMinutes', { m }) : m === 0 ? t('time.workHours', { h }) : t('time.workBoth', { h, m })
}
function wallTime(minutes: number, t: Say): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return [h > 0 ? t('time.hour', { n: h }) : '', m > 0 || h === 0 ? t('time.minute', { n: m }) : ''].filter(Boolean).join(' ')
}

/** `14:00`, `明早 9:00`, `周一 9:00`, `10-08 9:00`: when the office opens again, as colleagues say it. */
export function opening(at: number, now: number, locale: string, t: Say): string {
  const clock = said(at, 'en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).replace(/^0/, '')
  const day = (ms: number): number => Date.parse(dayOf(ms)) / DAY
  const days = day(at) - day(now)
  if (days <= 0) return clock
  if (days === 1) return t(parseInt(clock) < 12 ? 'time.morning' : 'time.tomorrow', { at: clock })
  const name = said(at, locale, days < 7 ? { weekday: 'short' } : { month: '2-digit', day: '2-digit' })
  return `${name.replace('/', '-')} ${clock}`
}

export function say(c: Countdown, now: number, t: Say, locale: string): Left {
  const { minutes, ticks } = leftAt(c, now)
  const late = c.late || minutes < 0
  // Days are the server's word at its answer's time; what has run out since is late today, by hours.
  const days = late && !c.late ? 0 : Math.abs(c.days ?? 0)
  const amount = days >= 1 ? t(c.unit === 'wd' ? 'time.workDays' : 'time.days', { n: days }) : (working(c) ? workTime : wallTime)(Math.abs(minutes), t)
  const stands = working(c) && !ticks && c.changes
  return {
    late, soon: !late && days < 1 && minutes < 120, words: t(late ? 'time.over' : 'time.left', { span: amount }),
    ...(stands ? { paused: opening(new Date(c.changes!).getTime(), now, locale, t) } : {}),
  }
}

/** What is left of a row's limit; by the wall clock where the server said only until when. */
export function leftOf(row: { due?: string | null; countdown?: Countdown | null }, now: number, t: Say, locale: string): Left | undefined {
  if (row.countdown) return say(row.countdown, now, t, locale)
  return row.due ? onTheWall(row.due, now, t) : undefined
}

/** Notes on every countdown of an answer the moment (ms, the server's clock) that it speaks of. */
export function anchor(answer: unknown, at: number): void {
  if (typeof answer !== 'object' || answer === null) return
  if (Array.isArray(answer)) { for (const one of answer) anchor(one, at); return }
  const one = answer as Record<string, unknown>
  if (typeof one.countdown === 'object' && one.countdown !== null) (one.countdown as Countdown).at = at
  for (const name of ['items', 'clocks', 'calls', 'parts', 'merged']) if (Array.isArray(one[name])) anchor(one[name], at)
}

/** The next moment at which one of these starts or stops running: then it is time to ask again. */
export function nextTurn(all: Iterable<Countdown | null | undefined>, now: number): number | undefined {
  let next: number | undefined
  for (const c of all) {
    const turn = c?.changes ? new Date(c.changes).getTime() : undefined
    if (turn !== undefined && turn > now && (next === undefined || turn < next)) next = turn
  }
  return next
}

/** Asks again whenever one of these has started or stopped running: only its next turn was told. */
export function useTurns(all: () => Iterable<Countdown | null | undefined>, again: () => void): void {
  let last = serverNow()
  const timer = setInterval(() => {
    const at = serverNow()
    const turn = nextTurn(all(), last)
    last = at
    if (turn !== undefined && turn <= at) again()
  }, 15_000)
  onScopeDispose(() => clearInterval(timer))
}
