/** The arithmetic of a week's roster. Moments are milliseconds; days begin at the city's midnight. */
import { dayOf, fieldOf, startOf } from '@/lib/day'

export interface Duty {
  post: string
  account: string
  starts: number
  ends: number
}
export interface Stretch { from: number; to: number }

const DAY = 86_400_000

/** Midnight of the day of that moment. */
const midnight = (at: number): number => Date.parse(startOf(dayOf(at)))

/** Midnight of the Monday of that moment's week. */
export function monday(at: number): number {
  const weekday = new Date(`${dayOf(at)}T00:00:00Z`).getUTCDay()
  return addDays(midnight(at), -((weekday + 6) % 7))
}

/** A day later: the city's clock is never put forward or back. */
export const addDays = (at: number, days: number): number => at + days * DAY

/** The seven midnights of a week. */
export function daysOf(week: number): number[] {
  return Array.from({ length: 7 }, (_, i) => addDays(week, i))
}

/** Which duties begin on each of the days; what began before is with the first. */
export function byDay(duties: readonly Duty[], days: readonly number[]): Duty[][] {
  const end = addDays(days.at(-1) ?? 0, 1)
  return days.map((day, i) => {
    const next = days[i + 1] ?? end
    return duties
      .filter((d) => (d.starts >= day && d.starts < next) || (i === 0 && d.starts < day && d.ends > day))
      .sort((a, b) => a.starts - b.starts || a.account.localeCompare(b.account))
  })
}

/** Stretches of `from..to` in which nobody is on duty. */
export function gaps(duties: readonly Duty[], from: number, to: number): Stretch[] {
  const found: Stretch[] = []
  let at = from
  for (const duty of [...duties].sort((a, b) => a.starts - b.starts)) {
    if (duty.ends <= at) continue
    if (duty.starts >= to) break
    if (duty.starts > at) found.push({ from: at, to: duty.starts })
    at = Math.max(at, duty.ends)
  }
  if (at < to) found.push({ from: at, to })
  return found
}

/** Whether somebody would stand twice at the same time. */
export function doubled(duties: readonly Duty[]): Duty[] {
  const sorted = [...duties].sort((a, b) => a.account.localeCompare(b.account) || a.starts - b.starts)
  return sorted.filter((d, i) => {
    const before = sorted[i - 1]
    return before !== undefined && before.account === d.account && before.ends > d.starts
  })
}

/**
 * The stretch to send for a week: the server clears whatever meets it, so it grows until it cuts through no duty.
 */
export function whole(duties: readonly Duty[], from: number, to: number): Stretch {
  let now: Stretch = { from, to }
  for (;;) {
    const meets = duties.filter((d) => d.starts < now.to && d.ends > now.from)
    const next = { from: Math.min(now.from, ...meets.map((d) => d.starts)), to: Math.max(now.to, ...meets.map((d) => d.ends)) }
    if (next.from === now.from && next.to === now.to) return now
    now = next
  }
}

/** The same duties some days later. */
export function shifted(duties: readonly Duty[], days: number): Duty[] {
  return duties.map((d) => ({ ...d, starts: addDays(d.starts, days), ends: addDays(d.ends, days) }))
}

/** `08:30` of a day as a moment; `24:00` is the next midnight. */
export function at(day: number, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return midnight(day) + (hours * 60 + minutes) * 60_000
}

/** A duty of that day between two times; an end that is not later is on the next day. */
export function duty(post: string, account: string, day: number, from: string, to: string): Duty {
  const starts = at(day, from)
  const ends = at(day, to)
  return { post, account, starts, ends: ends > starts ? ends : at(addDays(day, 1), to) }
}

/** `08:30`. */
export const time = (moment: number): string => fieldOf(moment).slice(11)

/** How many whole days later it ends than the day it began on: 0, or 1 for the next day. */
export const daysOver = (duty: Duty): number => Math.floor((duty.ends - 1 - midnight(duty.starts)) / DAY)
