/** Times as people say them. The server decides what is late; here it is only put into words. */
import { onScopeDispose, ref, type Ref } from 'vue'

type Say = (key: string, named?: Record<string, unknown>) => string

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `3 天 4 小时`, `2 小时 5 分钟`, `45 分钟`: two units at most. */
export function span(ms: number, t: Say): string {
  const whole = Math.max(0, Math.abs(ms))
  const days = Math.floor(whole / DAY)
  const hours = Math.floor((whole % DAY) / HOUR)
  const minutes = Math.floor((whole % HOUR) / MINUTE)
  const parts: string[] = []
  if (days > 0) parts.push(t('time.day', { n: days }))
  if (hours > 0) parts.push(t('time.hour', { n: hours }))
  if (days === 0 && (minutes > 0 || hours === 0)) parts.push(t('time.minute', { n: minutes }))
  return parts.join(' ')
}

/** `剩 2 小时` or `超 3 天`. */
export function countdown(due: string, now: number, t: Say): { late: boolean; soon: boolean; words: string } {
  const left = new Date(due).getTime() - now
  const late = left < 0
  return { late, soon: !late && left < 2 * HOUR, words: t(late ? 'time.over' : 'time.left', { span: span(left, t) }) }
}

/** `5 分钟前`, `刚刚`. */
export function ago(at: string, now: number, t: Say): string {
  const ms = now - new Date(at).getTime()
  return ms < MINUTE ? t('time.just') : t('time.ago', { span: span(ms < HOUR ? ms : ms < DAY ? Math.floor(ms / HOUR) * HOUR : Math.floor(ms / DAY) * DAY, t) })
}

/** The zone of the city: its days and hours are told in it, whatever the phone or the browser is set to. */
export const ZONE = 'Asia/Shanghai'
const YEAR = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, year: 'numeric' })
/** A moment's day and hour there, in the locale's own form. */
export const said = (at: string | number | Date, locale: string, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: ZONE, ...how }).format(new Date(at))
/** `11-23 14:05`, with the year when it is another one. */
export function stamp(at: string, locale: string): string {
  const year = YEAR.format(new Date(at)) === YEAR.format(now()) ? undefined : 'numeric'
  return said(at, locale, { year, month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false })
}

/** What the server's clock said last, and how fast it runs: the demo's day passes faster than the wall's. */
let heard = { wall: Date.now(), server: Date.now() }
let pace = 1
/** Every {@link useNow} that is alive. */
const shown = new Set<() => void>()
/** Phones are wrong and the demo's clock runs by itself: every answer tells the server's time (`x-wangge-now`). */
export function learnNow(server: string | null): void {
  const at = server ? new Date(server).getTime() : Number.NaN
  if (Number.isNaN(at)) return
  const wall = Date.now()
  const passed = wall - heard.wall
  if (passed > 2_000) {
    const measured = (at - heard.server) / passed
    pace = measured > 2 && measured < 2_000 ? measured : 1
  }
  const before = now()
  heard = { wall, server: at }
  // What stands on the page is put right at once, not at its next turn; a network's own delay is no correction.
  if (Math.abs(at - before) > 2_000) for (const refresh of shown) refresh()
}
/** Now, by the server's clock as far as it is known. */
export function now(): number { return heard.server + (Date.now() - heard.wall) * pace }

/** The present, refreshed every `every` milliseconds while the scope lives. */
export function useNow(every = 15_000): Ref<number> {
  const value = ref(now())
  const refresh = (): void => { value.value = now() }
  const timer = setInterval(refresh, every)
  shown.add(refresh)
  onScopeDispose(() => { clearInterval(timer); shown.delete(refresh) })
  return value
}
