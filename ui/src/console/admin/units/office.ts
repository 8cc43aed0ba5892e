/** Office hours as text: `1-5 09:00-12:00 14:00-18:00; 6 09:00-12:00; holidays`, day by day and back. */
export interface Office { week: string[]; holidays: boolean }

export function parse(hours: string): Office {
  const office: Office = { week: Array.from({ length: 7 }, () => ''), holidays: false }
  for (const part of hours.split(';').map((x) => x.trim()).filter(Boolean)) {
    if (part === 'holidays') { office.holidays = true; continue }
    const [days = '', ...periods] = part.split(/\s+/)
    const [first = 0, last = first] = days.split('-').map(Number)
    for (let day = first; day <= last; day += 1) office.week[day - 1] = periods.join(' ')
  }
  return office
}

/** Days in a row with the same periods share a part. */
export function format(office: Office): string {
  const parts: string[] = []
  for (let day = 0; day < 7;) {
    const periods = tidy(office.week[day] ?? '')
    let last = day
    while (last + 1 < 7 && tidy(office.week[last + 1] ?? '') === periods) last += 1
    if (periods) parts.push(`${day === last ? day + 1 : `${day + 1}-${last + 1}`} ${periods}`)
    day = last + 1
  }
  if (office.holidays) parts.push('holidays')
  return parts.join('; ')
}
const tidy = (text: string): string => text.trim().replace(/[–—~至]/g, '-').replace(/[,,、]/g, ' ').replace(/\s*-\s*/g, '-').replace(/\s+/g, ' ')

export interface Period { start: number; end: number }
/** Minutes from midnight of each period; undefined when the text is none. */
export function periods(text: string): Period[] | undefined {
  const all: Period[] = []
  for (const cell of tidy(text).split(' ').filter(Boolean)) {
    const found = /^(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})$/.exec(cell)
    if (!found) return undefined
    const [h1, m1, h2, m2] = found.slice(1).map(Number) as [number, number, number, number]
    const period = { start: h1 * 60 + m1, end: h2 * 60 + m2 }
    if (m1 > 59 || m2 > 59 || period.end > 1440 || period.start >= period.end || (all.at(-1)?.end ?? -1) >= period.start) return undefined
    all.push(period)
  }
  return all
}
