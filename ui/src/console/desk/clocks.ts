/** What a clock says, in the unit its limit counts in. */
import { now, span } from '@/lib/time'
import type { Sheet } from './words'

/** The server says what is left in the limit's own unit; before it did, only the wall's time was known. */
type Clock = Omit<Sheet['clocks'][number], 'countdown'> & { working?: boolean; running?: boolean; left_minutes?: number; left_days?: number | null }
type Say = (key: string, named?: Record<string, unknown>) => string

const UNITS: [string, string][] = [['min', 'desk.limit.min'], ['wh', 'desk.limit.wh'], ['wd', 'desk.limit.wd'], ['cd', 'desk.limit.cd'], ['h', 'desk.limit.h']]

/** `4wh` → `4 个工作小时`. */
export function limitWords(limit: string, t: Say): string {
  const found = UNITS.find(([suffix]) => new RegExp(`^\\d+${suffix}`).test(limit))
  return found ? t(found[1], { n: Number.parseInt(limit, 10) }) : limit
}

export interface Said { late: boolean; soon: boolean; stopped: boolean; words: string }

/** What is left, counted on from when the sheet was read (`passed` milliseconds ago by the server's clock). */
export function left(clock: Clock, passed: number, t: Say): Said {
  const stopped = clock.stage === 'stopped'
  if (stopped) return { late: false, soon: false, stopped, words: t('time.standing') }
  const minutes = clock.left_minutes === undefined
    ? Math.floor((new Date(clock.due).getTime() - now()) / 60_000)
    : clock.left_minutes - (clock.running ? Math.floor(passed / 60_000) : 0)
  const late = minutes < 0
  const far = clock.left_days !== undefined && clock.left_days !== null && clock.left_days >= 1 && !late
  const amount = far
    ? t(clock.working ? 'desk.limit.wd' : 'desk.limit.cd', { n: clock.left_days })
    : clock.working ? t('desk.limit.work', { span: hours(minutes, t) }) : span(minutes * 60_000, t)
  return { late, soon: !late && !far && minutes < 120, stopped, words: t(late ? 'time.over' : 'time.left', { span: amount }) }
}
/** Office minutes are not put into days: a working day has no twenty-four hours. */
function hours(minutes: number, t: Say): string {
  const whole = Math.abs(minutes)
  const h = Math.floor(whole / 60)
  const m = whole % 60
  return [h > 0 ? t('time.hour', { n: h }) : '', m > 0 || h === 0 ? t('time.minute', { n: m }) : ''].filter(Boolean).join(' ')
}
