import { describe, expect, it } from 'vitest'
import type { Entry, TickBody } from '@/field/lib/db'
import { asks, bodyOf, laterDays, loadOf, subjectOf, toDo, together, walkOf, ways, withTicks, type DutyDay, type DutyRow } from '@/field/lib/duty'
import { after, together as batch } from '@/field/lib/outbox'
import { dayOf, plusDays } from '@/lib/day'
import { about } from '@/lib/duties'

const DAY = '2026-11-25'
function row(change: Partial<DutyRow> = {}): DutyRow {
  return {
    object: '500107.0a', matter: 'M-MS-01', nominal: DAY, name_zh: '独居老人走访', name_en: 'Visit', kind: 'elder', label: '曾**', opens: DAY, last: '2026-11-28',
    state: 'planned', carried: false, minutes: 20, evidence: 'none', mine: false, may: ['done', 'nothing_found', 'found', 'skip', 'move', 'hand_over', 'offer'], ...change,
  } as DutyRow
}
const list = (...stops: DutyRow[][]): DutyDay => ({ day: DAY, grid: 'g', village: 'v', covered: true, minutes: 0, estimate: true, stops: stops.map((duties, n) => ({ door: `${n + 1}栋`, minutes: 0, duties })) }) as DutyDay
let n = 0
function tick(of: DutyRow, word: TickBody['tick'], change: Partial<Entry> = {}, more: Partial<TickBody> = {}): Entry {
  n += 1
  return { id: `t${String(n).padStart(3, '0')}`, account: 'a', holding: 'h', key: `key-${n}`, kind: 'tick', subject: subjectOf(of), title: 't', body: bodyOf(of, word, more, new Date(0)), photos: [], created: n, state: 'waiting', tries: 0, next: 0, ...change }
}

describe('the walk', () => {
  it('shows a tick at once, waiting or sent after the list was asked for', () => {
    const one = row()
    expect(withTicks(one, [tick(one, 'done')], 100)).toMatchObject({ state: 'done', waiting: true, may: ['undo'] })
    expect(withTicks(one, [tick(one, 'done', { state: 'sent', sent: 150, stands: { state: 'done' } })], 100).state).toBe('done')
    // The list knows better than a tick sent before it.
    expect(withTicks(one, [tick(one, 'done', { state: 'sent', sent: 50 })], 100).state).toBe('planned')
  })
  it('puts an undone one back, and a carried one back among those to make up', () => {
    const one = row()
    expect(withTicks(one, [tick(one, 'skip', {}, { reason: 'weather' }), tick(one, 'undo')], 0)).toMatchObject({ state: 'planned', may: one.may })
    const old = row({ carried: true, state: 'missed' })
    expect(withTicks(old, [tick(old, 'done'), tick(old, 'undo')], 0).state).toBe('missed')
  })
  it('leaves a refused tick undone and says so', () => {
    const one = row()
    const refused = tick(one, 'done', { state: 'stuck', trouble: { status: 409, body: { code: 'duty.over' } } })
    expect(withTicks(one, [refused], 0)).toMatchObject({ state: 'planned', refused: { id: refused.id } })
  })
  it('tells the same stop apart by what set it off', () => {
    expect(subjectOf(row())).not.toBe(subjectOf(row({ trigger: { ref: '500107.9', on: 'heat', note: '', until: DAY } } as Partial<DutyRow>)))
  })
  it('parts what is to do from what is settled, and counts only the first', () => {
    const [a, b, c] = [row(), row({ object: '500107.0b', minutes: 5 }), row({ object: '500107.0c', state: 'skipped', may: ['undo'] })]
    const walk = walkOf(list([a, b], [c]), [tick(a, 'nothing_found')], 0)
    expect(walk.open.map((stop) => stop.duties.map((one) => one.object))).toEqual([[b.object]])
    expect(walk.settled.map((one) => one.state)).toEqual(['nothing_found', 'skipped'])
    expect(walk).toMatchObject({ left: 1, minutes: 5 })
  })
  it('adds up what gives way to what was set off, by matter and way; what is ticked gives way no more', () => {
    const [a, b, c] = [row({ gives_way: 'later' }), row({ object: '500107.0b', gives_way: 'later' }), row({ object: '500107.0c', matter: 'M-PF-01', gives_way: 'lapse' })]
    const of = (...ticks: Entry[]) => ways(walkOf(list([a, row({ object: '500107.0d' })], [b], [c]), ticks, 0).open).map(({ matter, way, count }) => [matter, way, count])
    expect(of()).toEqual([['M-MS-01', 'later', 2], ['M-PF-01', 'lapse', 1]])
    expect(of(tick(b, 'done'))).toEqual([['M-MS-01', 'later', 1], ['M-PF-01', 'lapse', 1]])
  })
  it('holds the week against the ceiling, with what was set off where something was', () => {
    const own = { today: 10, week: 300, ceiling: 1200, share: 25.4 }
    expect(loadOf(undefined, own)).toEqual({ minutes: 300, ceiling: 1200, share: 25 })
    expect(loadOf({ minutes: 1500, triggered: 900, ceiling: 1200, left: 1190, over: false }, own)).toEqual({ minutes: 1500, ceiling: 1200, share: 125 })
    expect(loadOf(null, undefined)).toBeUndefined()
  })
  it('a removed tick is as if it had not been made', () => {
    const one = row()
    expect(walkOf(list([one]), [tick(one, 'done', { gone: 1 })], 0).left).toBe(1)
  })
  it('leaves out what is moved or with somebody else, and keeps what was handed to me', () => {
    expect(toDo(row({ state: 'moved', moved_to: '2026-11-26' }), DAY)).toBe(false)
    expect(toDo(row({ state: 'moved', moved_to: DAY }), DAY)).toBe(true)
    expect(toDo(row({ state: 'handed', may: ['give_back'] }), DAY)).toBe(false)
    expect(toDo(row({ state: 'handed', may: ['take'] }), DAY)).toBe(true)
    expect(toDo(row({ state: 'lapsed', may: [] }), DAY)).toBe(false)
  })
  it('ticks a whole door together only where nothing is asked for', () => {
    const stop = walkOf(list([row(), row({ matter: 'M-2' })]), [], 0).open[0]!
    expect(together(stop)).toHaveLength(2)
    const photo = walkOf(list([row(), row({ matter: 'M-2', evidence: 'photo_after' })]), [], 0).open[0]!
    expect(together(photo)).toEqual([])
    expect([asks({ evidence: 'text' }), asks({ evidence: 'document' }), asks({ evidence: 'none' })]).toEqual(['text', 'photo', undefined])
  })
  it('moves within the window only', () => {
    expect(laterDays({ last: '2026-11-28' }, DAY)).toEqual(['2026-11-26', '2026-11-27', '2026-11-28'])
    expect(laterDays({ last: DAY }, DAY)).toEqual([])
  })
})

describe('ticks on their way', () => {
  it('go out together, those with pictures and other posts apart', () => {
    const [a, b, c, d] = [tick(row(), 'done'), tick(row({ object: '500107.0b' }), 'done', { photos: ['p'] }), tick(row({ object: '500107.0c' }), 'skip'), tick(row({ object: '500107.0d' }), 'done', { holding: 'other' })]
    expect(batch([a, b, c, d]).map((e) => e.id)).toEqual([a.id, c.id])
    expect(batch([b, a]).map((e) => e.id)).toEqual([b.id])
    expect(batch([])).toEqual([])
  })
  it('keep what the server made of them, and stop at a no', () => {
    expect(after(tick(row(), 'found'), { ok: true, stands: { state: 'found', case: '500107.1' } }, 5, 0)).toMatchObject({ state: 'sent', stands: { case: '500107.1' } })
    expect(after(tick(row(), 'done'), { ok: false, status: 409, body: { code: 'duty.settled' }, reached: true }, 5, 0).state).toBe('stuck')
  })
})

describe('words', () => {
  const t = (key: string, named?: Record<string, unknown>): string => `${key}${JSON.stringify(named)}`
  it('says minutes as estimates, and days over a month', () => {
    expect([about(20, t), about(120, t), about(95, t)]).toEqual(['duty.minutes{"n":20}', 'duty.hours{"h":2}', 'duty.hoursMinutes{"h":1,"m":35}'])
    expect(plusDays('2026-11-30', 1)).toBe('2026-12-01')
    // The city's midnight, whatever zone the machine is in.
    expect([dayOf(Date.UTC(2026, 0, 5, 15, 59)), dayOf(Date.UTC(2026, 0, 5, 16, 1))]).toEqual(['2026-01-05', '2026-01-06'])
  })
})
