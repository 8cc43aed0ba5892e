/** Days as the city has them (Asia/Shanghai), whatever zone the browser is in. */
import { now } from '@/lib/time'

const CITY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })
/** The day of a moment: `2026-10-01`. */
export const dayOf = (at: string | number): string => CITY.format(new Date(at))
export const today = (): string => dayOf(now())
/** The moment at which a day begins there. */
export const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString()
/** `n` days later. */
export function plus(day: string, n: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
}
/** The first day of the month before that of `day`. */
export function lastMonth(day: string): { from: string; to: string } {
  const [y = 0, m = 1] = day.split('-').map(Number)
  const first = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
  return { from: first(y, m - 2), to: first(y, m - 1) }
}
/** `10月1日 周四`, `Thu 1 Oct`. */
export function dayWords(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' }).format(new Date(`${day}T00:00:00Z`))
}
