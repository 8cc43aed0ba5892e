/** Days as the city has them ({@link ZONE}), whatever zone the phone or the browser is set to. */
import { now, ZONE } from './time'

const CITY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })
/** The day of a moment: `2026-10-01`. */
export const dayOf = (at: string | number): string => CITY.format(new Date(at))
export const today = (): string => dayOf(now())
/** The moment at which a day begins there. */
export const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()
/** So many days later. */
export function plusDays(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
}
