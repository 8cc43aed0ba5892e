/** Months and days in words, for the list office. */

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
