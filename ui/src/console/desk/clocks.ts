/** Limits in words. */
type Say = (key: string, named?: Record<string, unknown>) => string

const UNITS: [string, string][] = [['min', 'desk.limit.min'], ['wh', 'desk.limit.wh'], ['wd', 'desk.limit.wd'], ['cd', 'desk.limit.cd'], ['h', 'desk.limit.h']]

/** `4wh` → `4 个工作小时`. */
export function limitWords(limit: string, t: Say): string {
  const found = UNITS.find(([suffix]) => new RegExp(`^\\d+${suffix}`).test(limit))
  return found ? t(found[1], { n: Number.parseInt(limit, 10) }) : limit
}
