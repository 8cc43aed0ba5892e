import { describe, expect, it } from 'vitest'
import { dayOf, plusDays } from '@/lib/day'
import { behind, byMatter, toSee, type CoverageRow, type DutyDay } from '@/console/screen/duty/api'

const row = (place: string, matter: string, missed: number): CoverageRow => ({ place, matter, name_zh: matter, name_en: matter, planned: 9, done: 1, nothing_found: 0, found: 0, late: 0, skipped: 0, missed, fell: 0, minutes: 0 })

it('a day is the city\'s, whatever zone the phone is set to', () => {
  expect(dayOf(Date.parse('2026-11-24T15:59:00Z'))).toBe('2026-11-24')
  expect(dayOf(Date.parse('2026-11-24T16:00:00Z'))).toBe('2026-11-25')
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(plusDays('2026-03-01', -1)).toBe('2026-02-28')
})

describe('duties of a community', () => {
  it('tells places below a matter in map order, never by number', () => {
    const groups = byMatter([row('g3', 'a', 9), row('g1', 'a', 1), row('g2', 'b', 5)])
    expect(groups.map((g) => [g.matter, g.rows.map((r) => r.place)])).toEqual([['a', ['g1', 'g3']], ['b', ['g2']]])
  })
  it('names as behind only what fell behind', () => {
    expect(behind([row('g1', 'a', 0), row('g2', 'a', 2)]).map((r) => r.place)).toEqual(['g2'])
  })
  it('shows the stops where something is still to be done, as they are walked', () => {
    const duty = (state: string) => ({ state })
    const day = { stops: [{ door: '2', duties: [duty('planned'), duty('done')] }, { door: '1', duties: [duty('skipped')] }, { door: '3', duties: [duty('missed')] }] } as unknown as DutyDay
    expect(toSee(day).map((s) => [s.door, s.duties.length])).toEqual([['2', 1], ['3', 1]])
  })
})
