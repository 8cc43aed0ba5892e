/** A year's days as months, and the holidays as stretches. Dates are plain `2026-10-01`, without any zone. */
import type { Schemas } from '@/api/client'

export type Special = Schemas['CalendarDay']
export interface Day { date: string; day: number; weekend: boolean; special: Special | undefined }
/** Weeks of seven days from Monday; undefined beside the month. */
export interface Month { month: number; weeks: (Day | undefined)[][] }

const iso = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
/** 0 Monday … 6 Sunday. */
const weekday = (year: number, month: number, day: number): number => (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7

export function monthsOf(year: number, specials: readonly Special[]): Month[] {
  const by = new Map(specials.map((s) => [s.date, s]))
  return Array.from({ length: 12 }, (_, i) => {
    const month = i + 1
    const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
    const cells: (Day | undefined)[] = Array.from({ length: weekday(year, month, 1) }, () => undefined)
    for (let day = 1; day <= count; day += 1) {
      const date = iso(year, month, day)
      cells.push({ date, day, weekend: weekday(year, month, day) > 4, special: by.get(date) })
    }
    while (cells.length % 7) cells.push(undefined)
    return { month, weeks: Array.from({ length: cells.length / 7 }, (__, k) => cells.slice(k * 7, k * 7 + 7)) }
  })
}

/** Whether the offices work on a day, as far as the calendar says. */
export function works(day: Day): boolean {
  return day.special ? day.special.kind === 'workday' : !day.weekend
}

export interface Feast { name: string; from: string; to: string; days: number; workdays: string[] }
/** Each holiday once: its first and last day off, and the days worked in exchange. */
export function feasts(specials: readonly Special[]): Feast[] {
  const all = new Map<string, Feast>()
  for (const s of [...specials].sort((a, b) => a.date.localeCompare(b.date))) {
    const known = all.get(s.name) ?? { name: s.name, from: '', to: '', days: 0, workdays: [] }
    if (s.kind === 'workday') known.workdays.push(s.date)
    else { known.from ||= s.date; known.to = s.date; known.days += 1 }
    all.set(s.name, known)
  }
  return [...all.values()]
}
