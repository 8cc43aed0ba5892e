/** Duties in words, for the phone and the desk. */
import type { Schemas } from '@/api/client'

type Say = (key: string, named?: Record<string, unknown>) => string
export type DutyState = Schemas['DutyState']

const OPEN = new Set<DutyState>(['planned', 'moved', 'handed', 'offered', 'taken', 'missed'])
/** Whether it still waits for somebody. */
export function isOpen(state: DutyState): boolean { return OPEN.has(state) }

/** `约 20 分钟`, `约 1 小时 30 分`: an estimate of the lists, and said so. */
export function about(minutes: number, t: Say): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return minutes === 0 ? t('duty.noTime') : h === 0 ? t('duty.minutes', { n: m }) : m === 0 ? t('duty.hours', { h }) : t('duty.hoursMinutes', { h, m })
}

/** A day as people say it: `11月30日`, `30 Nov`, with its weekday if wanted. */
export function dayWords(day: string, locale: string, weekday = false): string {
  return new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { month: locale === 'zh' ? 'long' : 'short', day: 'numeric', ...(weekday ? { weekday: 'short' } : {}) }).format(noon(day))
}
function noon(day: string): Date { return new Date(`${day}T12:00:00`) }
export function nameOf(row: { name_zh: string; name_en: string }, locale: string): string { return locale === 'zh' ? row.name_zh : row.name_en || row.name_zh }
