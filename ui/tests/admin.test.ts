import { describe, expect, it } from 'vitest'
import { area, cut, halving, inside, joined, middle, opened, outwards, type Point, type Shape } from '@/console/admin/grids/geometry'
import { counted, freeCodes, hints, partOf, placeOf, saidOfPart, saidThere, shared } from '@/console/admin/grids/grids'
import { addDays, at, byDay, daysOver, doubled, duty, gaps, monday, shifted, time, whole } from '@/console/admin/units/roster'
import { firstPassword, handsApart, others, phase, type Account } from '@/console/admin/accounts/accounts'
import { differences, limit, questions, type Matter } from '@/console/admin/matters/matters'
import { facts, inGroup } from '@/console/admin/audit/audit'
import { betterPost, mayRole } from '@/console/admin/shared/rights'
import { firstPage } from '@/console/admin/menu'
import type { Holding } from '@/lib/session'

const square: Shape = [[[106.5, 29.5], [106.51, 29.5], [106.51, 29.51], [106.5, 29.51]]]
const bent: Shape = [[[0, 0], [0.03, 0], [0.03, 0.03], [0.02, 0.03], [0.02, 0.01], [0.01, 0.01], [0.01, 0.03], [0, 0.03]]]

describe('a grid cut by a line', () => {
  const parts = (shape: Shape, line: Point[]): Shape[] => {
    const found = cut(shape, line)
    if ('wrong' in found) throw new Error(found.wrong)
    return found.parts
  }
  it('makes two parts that together are the whole', () => {
    const [a, b] = parts(square, [[106.504, 29.49], [106.504, 29.52]]) as [Shape, Shape]
    expect(area(a) + area(b)).toBeCloseTo(area(square), -1)
    expect([area(a), area(b)].map((x) => x / area(square)).sort()[0]).toBeCloseTo(0.4, 3)
  })
  it('follows the bends of the line on both sides', () => {
    const line: Point[] = [[106.49, 29.505], [106.503, 29.505], [106.506, 29.508], [106.52, 29.508]]
    const [a, b] = parts(square, line) as [Shape, Shape]
    expect(area(a) + area(b)).toBeCloseTo(area(square), -1)
    for (const part of [a, b]) expect(part[0]).toEqual(expect.arrayContaining([[106.503, 29.505], [106.506, 29.508]]))
  })
  it('draws ends that lie inside on to the border', () => {
    const [a, b] = parts(square, [[106.504, 29.504], [106.504, 29.506]]) as [Shape, Shape]
    expect(area(a) + area(b)).toBeCloseTo(area(square), -1)
  })
  it('cuts off a corner, and a bite out of one side', () => {
    const corner = parts(square, [[106.498, 29.506], [106.504, 29.512]])
    const bite = parts(square, [[106.504, 29.52], [106.504, 29.505], [106.506, 29.505], [106.506, 29.52]])
    for (const [a, b] of [corner, bite] as [Shape, Shape][]) expect(area(a) + area(b)).toBeCloseTo(area(square), -1)
  })
  it('says what is wrong with a line', () => {
    expect(cut(square, [[106.504, 29.49]])).toEqual({ wrong: 'short' })
    expect(cut(square, [[106.4, 29.4], [106.41, 29.4]])).toEqual({ wrong: 'misses' })
    expect(cut(bent, [[-0.01, 0.02], [0.04, 0.02]])).toEqual({ wrong: 'often' })
    expect(cut([...square, [[106.504, 29.504], [106.506, 29.504], [106.506, 29.506]]], [[106.505, 29.49], [106.505, 29.52]])).toEqual({ wrong: 'hole' })
    expect(cut(square, [[106.50000001, 29.49], [106.50000001, 29.52]])).toEqual({ wrong: 'sliver' })
  })
  it('keeps a hole with the part around it', () => {
    const [a, b] = parts([...square, [[106.507, 29.504], [106.508, 29.504], [106.508, 29.506]]], halving(square, 'north')) as [Shape, Shape]
    expect([a.length, b.length].sort()).toEqual([1, 2])
  })
  it('halves without a mouse', () => {
    for (const way of ['north', 'west'] as const) {
      const [a] = parts(square, halving(square, way)) as [Shape, Shape]
      expect(area(a) / area(square)).toBeCloseTo(0.5, 2)
    }
    expect(inside(middle(square), square[0] ?? [])).toBe(true)
    expect(opened([[[1, 2], [3, 4], [5, 6], [1, 2]]])).toEqual([[[1, 2], [3, 4], [5, 6]]])
  })
})

describe('two neighbours', () => {
  const west: Shape = [[[106.5, 29.5], [106.505, 29.5], [106.506, 29.505], [106.505, 29.51], [106.5, 29.51]]]
  const east: Shape = [[[106.505, 29.5], [106.51, 29.5], [106.51, 29.51], [106.505, 29.51], [106.506, 29.505]]]
  const whole = (a: Shape, b: Shape): { whole: Shape; border: Point[] } => {
    const found = joined(a, b)
    if ('wrong' in found) throw new Error(found.wrong)
    return found
  }
  it('have a border in common, and are one without it', () => {
    const found = whole(west, east)
    expect(found.border.map((p) => p.join()).sort()).toEqual(['106.505,29.5', '106.505,29.51', '106.506,29.505'])
    expect(area(found.whole)).toBeCloseTo(area(west) + area(east), 0)
  })
  it('are found whichever way round they are drawn, and where a corner of one lies on a side of the other', () => {
    const turned: Shape = [[...(east[0] ?? [])].reverse()]
    const halved: Shape = [[[106.505, 29.5], [106.51, 29.5], [106.51, 29.51], [106.505, 29.51], [106.5055, 29.5075], [106.506, 29.505], [106.5055, 29.5025]]]
    for (const other of [turned, halved]) expect(area(whole(west, other).whole)).toBeCloseTo(area(square), -1)
  })
  it('are divided anew by the border moved, and the sum stays', () => {
    const found = whole(west, east)
    const line = outwards(found.border).map((p): Point => [p[0] + 0.001, p[1]])
    const parts = cut(found.whole, line)
    if ('wrong' in parts) throw new Error(parts.wrong)
    expect(parts.parts.reduce((sum, p) => sum + area(p), 0)).toBeCloseTo(area(square), -1)
    expect(Math.max(...parts.parts.map(area)) / area(square)).toBeGreaterThan(0.6)
  })
  it('say so where they are none', () => {
    expect(joined(west, [[[106.7, 29.5], [106.71, 29.5], [106.71, 29.51]]])).toEqual({ wrong: 'apart' })
    const comb: Shape = [[[106.51, 29.5], [106.52, 29.5], [106.52, 29.51], [106.51, 29.51], [106.51, 29.507], [106.515, 29.507], [106.515, 29.503], [106.51, 29.503]]]
    expect(joined(square, comb)).toEqual({ wrong: 'twice' })
  })
})

describe('grids to be', () => {
  it('count what stands in them', () => {
    const places = { buildings: [{ ref: 'a', name: '1号楼', at: [106.501, 29.501] as const, flats: 40 }, { ref: 'b', name: '2号楼', at: [106.6, 29.5] as const, flats: 9 }], points: [[106.502, 29.502] as const] }
    expect(counted(places, square)).toEqual({ buildings: 1, flats: 40, points: 1 })
  })
  it('show a refusal where it belongs', () => {
    expect([partOf('/parts/1/rings'), partOf('parts'), partOf(undefined)]).toEqual([1, undefined, undefined])
    expect([saidOfPart('第1部分:边界自相交'), saidOfPart('第2部分超出原网格'), saidOfPart('part 2: there is no polygon'), saidOfPart('part 2 leaves the grid')]).toEqual(['边界自相交', '超出原网格', 'there is no polygon', 'leaves the grid'])
    expect(placeOf('第1部分:边界自相交或自相接,在 106.551234,29.550001 附近', '/parts/0/rings', [square, bent], square)).toEqual([106.551234, 29.550001])
    expect(saidThere('第1部分:边界自相交或自相接,在 106.551234,29.550001 附近')).toBe('边界自相交或自相接')
    expect(saidThere('part 1: the border crosses or touches itself near 106.551234,29.550001')).toBe('the border crosses or touches itself')
    expect(placeOf('part 2 leaves the grid', '/parts/1/rings', [square, bent], square)).toEqual(middle(bent))
    expect(placeOf('各部分没有盖满原网格', 'parts', [square, bent], square)).toEqual(middle(square))
  })
  it('get codes that nobody ever had', () => {
    expect(freeCodes('500107003003', ['500107003003001', '500107003003012', '500107003004090'], 2)).toEqual([{ code: '500107003003013', number: 13 }, { code: '500107003003014', number: 14 }])
    expect(freeCodes('500107003003', [], 1)[0]?.code).toBe('500107003003001')
  })
  it('share counts by area, and the sum stays', () => {
    const found = cut(square, [[106.504, 29.49], [106.504, 29.52]])
    const counts = 'parts' in found ? shared(301, found.parts.map(area)) : []
    expect(counts.reduce((a = 0, b = 0) => a + b, 0)).toBe(301)
    expect(shared(undefined, [1])).toEqual([undefined])
  })
  it('are hinted at outside the band', () => {
    expect(hints({ households: 49, people: 3001 }).map((h) => `${h.what} ${h.side}`)).toEqual(['households few', 'people many'])
    expect(hints({ households: 300 })).toEqual([])
  })
})

describe('a week of duties', () => {
  const week = monday(Date.parse('2026-11-25T02:00:00Z'))
  const day = (n: number): number => addDays(week, n)
  it('begins on Monday at midnight', () => {
    // The city's midnight, whatever zone the machine is in.
    expect(new Date(week).toISOString()).toBe('2026-11-22T16:00:00.000Z')
    expect(monday(Date.parse('2026-11-29T15:59:00Z'))).toBe(week)
    expect(monday(Date.parse('2026-11-29T16:00:00Z'))).toBe(day(7))
    expect(time(at(day(2), '20:30'))).toBe('20:30')
    expect(at(day(2), '24:00')).toBe(day(3))
  })
  it('places a night with the day it begins on, and what began before with the first', () => {
    const night = duty('ZH-03', 'a', day(2), '20:30', '08:30')
    const before = duty('ZH-03', 'b', day(-1), '20:30', '08:30')
    const placed = byDay([night, before], Array.from({ length: 7 }, (_, i) => day(i)))
    expect(placed[2]).toEqual([night])
    expect(placed[0]).toEqual([before])
    expect(daysOver(night)).toBe(1)
    expect(daysOver(duty('ZH-03', 'a', day(0), '00:00', '00:00'))).toBe(0)
  })
  it('finds when nobody is on duty', () => {
    expect(gaps([], day(0), day(7))).toEqual([{ from: day(0), to: day(7) }])
    const all = [duty('p', 'a', day(0), '00:00', '12:00'), duty('p', 'b', day(0), '10:00', '20:00')]
    expect(gaps(all, day(0), day(1)).map((g) => time(g.from))).toEqual(['20:00'])
  })
  it('finds who stands twice', () => {
    expect(doubled([duty('p', 'a', day(0), '08:00', '12:00'), duty('p', 'b', day(0), '11:00', '13:00')])).toEqual([])
    expect(doubled([duty('p', 'a', day(0), '08:00', '12:00'), duty('p', 'a', day(0), '11:00', '13:00')])).toHaveLength(1)
  })
  it('is sent whole: the stretch grows until it cuts through no duty', () => {
    const over = duty('p', 'a', day(-1), '20:30', '08:30')
    const beside = duty('p', 'b', day(-1), '12:00', '21:00')
    expect(whole([over, beside], day(0), day(7))).toEqual({ from: beside.starts, to: day(7) })
    expect(shifted([over], 7)[0]?.starts).toBe(addDays(over.starts, 7))
  })
})

describe('accounts', () => {
  const holding = (unit: string, post: string, role: Holding['role'], ends?: string): Holding => ({ id: `${unit}${post}`, unit, post, role, board: 'CENTRE', capacity: 'holder', starts: '2026-01-01T00:00:00Z', ...(ends ? { ends } : {}) })
  const account = (ref: string, ...holdings: Holding[]): Account => ({ ref, called: ref, home_unit: '50', holdings })
  const now = Date.parse('2026-11-24T00:00:00Z')
  it('know who stays in a post', () => {
    const all = [account('a', holding('u', 'P', 'duty_officer')), account('b', holding('u', 'P', 'duty_officer')), account('c', holding('u', 'P', 'duty_officer', '2026-02-01T00:00:00Z')), account('d', holding('v', 'P', 'duty_officer'))]
    expect(others(all, 'a', { unit: 'u', post: 'P' }, now).map((x) => x.ref)).toEqual(['b'])
    expect(phase(holding('u', 'P', 'duty_officer', '2026-02-01T00:00:00Z'), now)).toBe('over')
  })
  it('keep the three hands apart', () => {
    expect(handsApart([holding('u', 'P', 'duty_officer')], 'auditor')).toBe(false)
    expect(handsApart([holding('u', 'P', 'auditor')], 'duty_officer')).toBe(false)
    expect(handsApart([holding('u', 'P', 'duty_officer')], 'commander')).toBe(true)
    expect(handsApart([], 'auditor')).toBe(true)
  })
  it('get a password that can be read aloud', () => {
    expect(firstPassword(new Uint8Array(16))).toBe('aaaa-aaaa-aaaa-aaaa')
    expect(firstPassword()).toMatch(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/)
  })
  it('begin where their role works', () => {
    expect(mayRole('auditor', 'audit.read')).toBe(true)
    expect(mayRole(undefined, 'unit.read')).toBe(false)
    expect(betterPost([holding('u', 'P', 'duty_officer'), holding('u', 'A', 'system_admin')], 'import.run')?.post).toBe('A')
    expect([firstPage('auditor'), firstPage('security_admin'), firstPage('duty_officer')]).toEqual(['audit', 'accounts', 'units'])
  })
})

describe('two versions of a matter', () => {
  const one = { code: 'M', tier: 'town', board: 'MS', name_zh: '甲', name_en: 'A', kind: 'event', level: 'town', lead_post: 'MS-04', assist_posts: ['PF-02'], urgency: 'ordinary', privacy: 'open', evidence: 'none', limits: { handle: '15wd' }, version: 1, effective_from: '2026-01-01T00:00:00Z',
    questions: { properties: { hours: { title: '时段', type: 'array', items: { enum: ['早', '晚'] } } }, required: ['hours'] } } as unknown as Matter
  const two = { ...one, version: 2, limits: { handle: '10wd', check: '2wd' }, questions: null } as Matter
  it('differ line by line', () => {
    expect(differences(one, two).filter((d) => d.changed).map((d) => d.key)).toEqual(['limits.handle', 'limits.check', 'questions.hours'])
    expect(differences(one, one).some((d) => d.changed)).toBe(false)
  })
  it('say limits and questions in words', () => {
    expect(limit('15wd')).toEqual({ n: 15, unit: 'wd' })
    expect(limit('soon')).toBeUndefined()
    expect(questions(one)).toEqual([{ name: 'hours', title: '时段', required: true, kind: 'many', choices: ['早', '晚'] }])
  })
})

describe('the trail', () => {
  it('is put into the questions an auditor asks', () => {
    expect(inGroup('data.revealed', 'looked')).toBe(true)
    expect(inGroup('session.opened', 'looked')).toBe(false)
    expect(facts({ unit: '50', n: 3, none: null, deep: { a: 1 } })).toEqual([['unit', '50'], ['n', '3'], ['deep', '{"a":1}']])
    expect(facts('x')).toEqual([])
  })
})
