/**
 * Rules of duties (RFC 5545 RRULE of dates): built from choices, said in words, laid out as days. As the server reads
 * them: every rule counts from Monday 2024-01-01. Dates are plain `2026-10-01`, without any zone.
 */
import type { Schemas } from '@/api/client'

export type Every = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
export const EVERY: readonly Every[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof WEEKDAYS)[number]
/** A rule as choices. `nth`: which of these weekdays in the month, -1 the last; 0: every one. */
export interface Plan { every: Every; interval: number; weekdays: Weekday[]; nth: number; monthdays: number[]; months: number[] }
type Say = (key: string, named?: Record<string, unknown>) => string

const DAY = 86_400_000
const ANCHOR = Date.UTC(2024, 0, 1)
/** How far a day off can push an occurrence. */
const FARTHEST = 31
const at = (date: string): number => Date.parse(`${date}T00:00:00Z`)
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10)

export function plan(every: Every = 'WEEKLY'): Plan {
  return { every, interval: 1, weekdays: every === 'WEEKLY' ? ['MO'] : [], nth: 0, monthdays: every === 'MONTHLY' || every === 'YEARLY' ? [1] : [], months: every === 'YEARLY' ? [1] : [] }
}

/** The choices as a rule. */
export function build(p: Plan): string {
  const sorted = (all: readonly number[]): string => [...all].sort((a, b) => a - b).join(',')
  const parts = [`FREQ=${p.every}`]
  if (p.interval > 1) parts.push(`INTERVAL=${p.interval}`)
  if (p.months.length > 0) parts.push(`BYMONTH=${sorted(p.months)}`)
  if (p.monthdays.length > 0) parts.push(`BYMONTHDAY=${sorted(p.monthdays)}`)
  if (p.weekdays.length > 0) parts.push(`BYDAY=${WEEKDAYS.filter((d) => p.weekdays.includes(d)).map((d) => `${p.nth || ''}${d}`).join(',')}`)
  return parts.join(';')
}

/** A rule as choices; undefined for one that says more than the choices can. */
export function parse(rule: string): Plan | undefined {
  const found: Plan = { every: 'DAILY', interval: 1, weekdays: [], nth: 0, monthdays: [], months: [] }
  let freq = false
  for (const part of rule.split(';')) {
    const [name = '', value = ''] = part.split('=')
    const numbers = value.split(',').map(Number)
    if (name === 'FREQ' && EVERY.includes(value as Every)) { found.every = value as Every; freq = true }
    else if (name === 'INTERVAL' && Number.isInteger(Number(value)) && Number(value) >= 1) found.interval = Number(value)
    else if (name === 'BYMONTH' && numbers.every((n) => n >= 1 && n <= 12)) found.months = numbers
    else if (name === 'BYMONTHDAY' && numbers.every((n) => Number.isInteger(n) && n !== 0 && Math.abs(n) <= 31)) found.monthdays = numbers
    else if (name === 'WKST' && value === 'MO') continue
    else if (name === 'BYDAY') {
      const days = value.split(',').map((one) => /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(one))
      const nths = new Set(days.map((d) => Number(d?.[1] ?? 0)))
      if (days.some((d) => !d) || nths.size > 1) return undefined
      found.nth = [...nths][0] ?? 0
      found.weekdays = days.map((d) => d?.[2] as Weekday)
    } else return undefined
  }
  const nthFits = found.nth === 0 || found.every === 'MONTHLY' || (found.every === 'YEARLY' && found.months.length > 0)
  return freq && nthFits ? found : undefined
}

/** Whether the rule names the day. */
function names(p: Plan, time: number): boolean {
  const date = new Date(time)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  const days = Math.round((time - ANCHOR) / DAY)
  const step = { DAILY: days, WEEKLY: Math.floor(days / 7), MONTHLY: (year - 2024) * 12 + month - 1, YEARLY: year - 2024 }[p.every]
  if (step % p.interval !== 0) return false
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (p.months.length > 0 && !p.months.includes(month)) return false
  if (p.monthdays.length > 0 && !p.monthdays.some((n) => (n > 0 ? n : last + 1 + n) === day)) return false
  if (p.weekdays.length > 0) {
    if (!p.weekdays.includes(WEEKDAYS[(date.getUTCDay() + 6) % 7]!)) return false
    if (p.nth > 0 && Math.ceil(day / 7) !== p.nth) return false
    if (p.nth < 0 && Math.ceil((last - day + 1) / 7) !== -p.nth) return false
  }
  // What the rule leaves open is as on the day from which it counts.
  if (p.every === 'WEEKLY' && p.weekdays.length === 0) return date.getUTCDay() === 1
  if ((p.every === 'MONTHLY' || p.every === 'YEARLY') && p.weekdays.length === 0 && p.monthdays.length === 0 && day !== 1) return false
  return !(p.every === 'YEARLY' && p.months.length === 0 && p.monthdays.length === 0 && p.weekdays.length === 0 && month !== 1)
}

/** The next `most` days from `from` on that the rule names. */
export function days(p: Plan, from: string, most: number): string[] {
  const found: string[] = []
  for (let time = Math.max(at(from), ANCHOR), end = time + 4 * 366 * DAY; time < end && found.length < most; time += DAY) if (names(p, time)) found.push(iso(time))
  return found
}

/** What a rule leaves unsaid, as the server reads it. */
export function whole(duty: Schemas['DutyRule']) {
  return { window: 1, on_day_off: 'next' as const, missed: 'lapse' as const, spread: false, ...duty }
}

/** What becomes of one named day: when it opens and until when it may be done. `opens` absent: it falls away. */
export interface Occurrence { day: string; opens?: string; last?: string; dayOff: boolean }
/** The next `most` occurrences, days off minded as the rule says. `works`: whether offices work on a day. */
export function occurrences(p: Plan, rule: { window: number; on_day_off: Schemas['OnDayOff']; spread: boolean }, works: (day: string) => boolean, from: string, most: number): Occurrence[] {
  const named = days(p, from, most + 1)
  return named.slice(0, most).map((day, n) => {
    const nominal = at(day)
    const end = nominal + (rule.window - 1) * DAY
    const fits = (time: number): boolean => rule.on_day_off === 'keep' || works(iso(time))
    const dayOff = !works(day)
    let open: number | undefined
    for (let time = nominal; time <= (rule.spread ? end : nominal); time += DAY) if (fits(time)) { open = time; break }
    if (open !== undefined) return { day, opens: iso(open), last: iso(rule.spread ? end : open + (rule.window - 1) * DAY), dayOff }
    if (rule.on_day_off !== 'next') return { day, dayOff }
    const first = rule.spread ? end + DAY : nominal + DAY
    for (let time = first; time <= first + FARTHEST * DAY; time += DAY) {
      if (!works(iso(time))) continue
      const next = named[n + 1]
      // The next one will do.
      if (next !== undefined && time >= at(next)) break
      return { day, opens: iso(time), last: iso(rule.spread ? time : time + (rule.window - 1) * DAY), dayOff }
    }
    return { day, dayOff }
  })
}

/** How often in a year, roughly as it reads: for the eye, not for the price. */
export function perYear(p: Plan, from: string): number {
  const to = iso(at(from) + 365 * DAY)
  return days(p, from, 400).filter((d) => d < to).length
}

/** The rule in words: `每月第1个周一`, `every 2 weeks on Monday and Thursday`; the rule itself when words fail. */
export function words(rule: string | null | undefined, t: Say): string {
  if (!rule) return t('lists.rule.none')
  const p = parse(rule)
  if (!p) return rule
  const list = (all: string[]): string => all.join(t('lists.rule.and'))
  const weekdays = list(WEEKDAYS.filter((d) => p.weekdays.includes(d)).map((d) => t(`lists.rule.day.${d}`)))
  const dates = list([...p.monthdays].sort((a, b) => (a > 0 ? a : 100 + a) - (b > 0 ? b : 100 + b)).map((n) => (n === -1 ? t('lists.rule.lastDay') : n < 0 ? t('lists.rule.fromEnd', { n: -n }) : t('lists.rule.date', { n }))))
  const months = list([...p.months].sort((a, b) => a - b).map((n) => t(`lists.rule.month.${n}`)))
  const every = t(`lists.rule.${p.interval === 1 ? 'each' : 'every'}.${p.every}`, { n: p.interval })
  const nth = p.nth === 0 ? '' : p.nth === -1 ? t('lists.rule.nthLast', { day: weekdays }) : p.nth < 0 ? t('lists.rule.nthEnd', { n: -p.nth, day: weekdays }) : t('lists.rule.nth', { n: p.nth, day: weekdays })
  const on = [months, dates, nth || weekdays].filter(Boolean)
  if (on.length === 0) return every
  return t('lists.rule.on', { every: p.every === 'WEEKLY' && p.interval === 1 && p.weekdays.length === 7 ? t('lists.rule.each.DAILY') : every, on: on.join(t('lists.rule.join')) })
}
