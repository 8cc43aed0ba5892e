/** Days as the city has them ({@link ZONE}), whatever zone the phone or the browser is set to. */
import { now, ZONE } from './time'

const CITY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })
const HOUR = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
/** The day of a moment: `2026-10-01`. */
export const dayOf = (at: string | number): string => CITY.format(new Date(at))
export const today = (): string => dayOf(now())
/** The year of a moment. */
export const yearOf = (at: string | number): number => Number(dayOf(at).slice(0, 4))
/** The moment at which a day begins there. */
export const startOf = (day: string): string => momentOf(`${day}T00:00`)
/** A day and hour as the browser's own field writes them (`2026-10-01T18:00`) is the city's; the moment it names. */
export const momentOf = (field: string): string => new Date(`${field.slice(0, 16)}:00+08:00`).toISOString()
/** A moment as that field takes it. */
export const fieldOf = (at: string | number): string => `${dayOf(at)}T${HOUR.format(new Date(at))}`
/** So many days later. */
export function plusDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
}
