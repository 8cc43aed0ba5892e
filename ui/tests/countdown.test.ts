import { describe, expect, it } from 'vitest'
import { anchor, leftAt, leftOf, nextTurn, opening, say, type Countdown } from '@/lib/countdown'
import common from '@/locales/zh/common'
import english from '@/locales/en/common'

const speak = (words: object) => (key: string, named: Record<string, unknown> = {}): string => {
  const word = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], words) as string
  return word.replace(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
}
const t = speak(common)
/** Monday 2026-06-01, on the city's clock. */
const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 5, day, hour - 8, minute)
const iso = (day: number, hour: number, minute = 0): string => new Date(at(day, hour, minute)).toISOString()
const words = (c: Countdown, now: number): string => { const left = say(c, now, t, 'zh'); return left.paused ? `${left.words} · ${t('time.paused', { at: left.paused })}` : left.words }

describe('a limit in working hours (office 9–12, 14–18)', () => {
  // 4wh armed on Monday 9:30; asked at 11:30, half an hour before the office closes.
  const c: Countdown = { unit: 'wh', left: 120, late: false, ticks: true, changes: iso(1, 12), at: at(1, 11, 30) }
  it('runs until the office closes, stands still over noon', () => {
    expect(leftAt(c, at(1, 11, 45))).toEqual({ minutes: 105, ticks: true })
    expect(leftAt(c, at(1, 13, 15))).toEqual({ minutes: 90, ticks: false })
    expect(words(c, at(1, 11, 30))).toBe('剩 2 个工时')
    expect(words(c, at(1, 11, 50))).toBe('剩 1 个工时 40 分')
  })
  it('says until when it rests, and runs on when the office opens', () => {
    const noon: Countdown = { unit: 'wh', left: 90, late: false, ticks: false, changes: iso(1, 14), at: at(1, 12, 30) }
    expect(words(noon, at(1, 12, 30))).toBe('剩 1 个工时 30 分 · 下班暂停,14:00继续')
    expect(words(noon, at(1, 13, 59))).toBe('剩 1 个工时 30 分 · 下班暂停,14:00继续')
    expect(words(noon, at(1, 14, 20))).toBe('剩 1 个工时 10 分')
    const night: Countdown = { ...noon, left: 200, changes: iso(2, 9), at: at(1, 20) }
    expect(words(night, at(1, 20))).toBe('剩 3 个工时 20 分 · 下班暂停,明早 9:00继续')
    // A whole night has passed by the wall: not a minute of the limit.
    expect(leftAt(night, at(2, 8, 59)).minutes).toBe(200)
    expect(say(night, at(1, 20), speak(english), 'en')).toMatchObject({ words: '3 working h 20 min left', paused: 'tomorrow 9:00' })
  })
  it('is late when the working minutes are used up, also at night', () => {
    expect(words({ unit: 'wh', left: 10, late: false, ticks: true, changes: iso(1, 18), at: at(1, 17) }, at(1, 17, 35))).toBe('超 25 分钟工时')
    expect(say({ unit: 'wh', left: 0, late: true, ticks: false, changes: iso(2, 9), at: at(1, 19) }, at(1, 19), t, 'zh')).toMatchObject({ late: true, soon: false, paused: '明早 9:00' })
    expect(words({ unit: 'wh', left: -150, late: true, ticks: true, changes: iso(1, 18), at: at(1, 16) }, at(1, 16))).toBe('超 2 个工时 30 分')
  })
  it('stands still for good where nobody knows the next turn', () => {
    expect(leftAt({ unit: 'wh', left: 30, late: false, ticks: false, at: at(1, 20) }, at(9, 20))).toEqual({ minutes: 30, ticks: false })
  })
})

describe('the other units', () => {
  it('counts working days as working days, and the last one in hours', () => {
    expect(words({ unit: 'wd', left: 930, days: 2, late: false, ticks: true, changes: iso(1, 18), at: at(1, 15) }, at(1, 15))).toBe('剩 2 个工作日')
    expect(words({ unit: 'wd', left: 180, days: 0, late: false, ticks: true, changes: iso(1, 18), at: at(1, 15) }, at(1, 15))).toBe('剩 3 个工时')
    expect(words({ unit: 'wd', left: -900, days: -2, late: true, ticks: true, at: at(1, 15) }, at(1, 15))).toBe('超 2 个工作日')
    expect(words({ unit: 'wd', left: 930, days: 2, late: false, ticks: false, changes: iso(8, 9), at: at(5, 19) }, at(5, 19))).toBe('剩 2 个工作日 · 下班暂停,周一 9:00继续')
  })
  it('counts days and dates on the calendar, hours and minutes on the wall', () => {
    expect(words({ unit: 'cd', left: 4_000, days: 2, late: false, ticks: true, at: at(1, 15) }, at(1, 15))).toBe('剩 2 天')
    expect(words({ left: 300, days: 0, late: false, ticks: true, at: at(1, 15) }, at(1, 16))).toBe('剩 4 小时')
    expect(words({ unit: 'h', left: 4_330, late: false, ticks: true, at: at(1, 15) }, at(1, 15))).toBe('剩 72 小时 10 分钟')
    expect(say({ unit: 'min', left: 30, late: false, ticks: true, at: at(1, 15) }, at(1, 15), t, 'zh')).toEqual({ late: false, soon: true, words: '剩 30 分钟' })
    // Never "office closed" where nobody waits for an office.
    expect(say({ unit: 'h', left: 30, late: false, ticks: false, changes: iso(2, 9), at: at(1, 20) }, at(1, 20), t, 'zh').paused).toBeUndefined()
  })
})

describe('round about', () => {
  it('names the opening as colleagues do', () => {
    expect(opening(at(1, 14), at(1, 12), 'zh', t)).toBe('14:00')
    expect(opening(at(2, 14), at(1, 12), 'zh', t)).toBe('明天 14:00')
    expect(opening(at(8, 9), at(5, 19), 'en', speak(english))).toBe('Mon 9:00')
    expect(opening(at(20, 9), at(5, 19), 'zh', t)).toBe('06-20 9:00')
  })
  it('falls back on the date where the server gave no countdown', () => {
    expect(leftOf({ due: iso(1, 12) }, at(1, 11), t, 'zh')).toEqual({ late: false, soon: true, words: '剩 1 小时' })
    expect(leftOf({}, at(1, 11), t, 'zh')).toBeUndefined()
  })
  it('notes the moment on everything that counts, and knows the next turn', () => {
    const c: Countdown = { unit: 'wh', left: 60, late: false, ticks: true, changes: iso(1, 12) }
    const page = { items: [{ countdown: { ...c } as Countdown, clocks: [{ countdown: { ...c, changes: iso(1, 18) } as Countdown }] }, {}] }
    anchor(page, 7)
    expect(page.items[0]!.countdown!.at).toBe(7)
    expect(page.items[0]!.clocks![0]!.countdown.at).toBe(7)
    expect(nextTurn([page.items[0]!.countdown, undefined, page.items[0]!.clocks![0]!.countdown], at(1, 13))).toBe(at(1, 18))
  })
})
