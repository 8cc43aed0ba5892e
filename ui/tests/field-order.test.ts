import { describe, expect, it } from 'vitest'
import { gridAt, inside, sheetOf } from '@/field/lib/ground'
import { hilbert, today, type Row } from '@/field/lib/order'
import { ending, plain, type Step } from '@/field/lib/steps'
import { fit } from '@/field/lib/photo'

const day = (at: string): string => at.slice(0, 10)
let n = 0
function row(change: Partial<Row>): Row {
  n += 1
  return { ref: `r${n}`, colour: 'blue', overdue: false, due: null, point: null, ...change } as Row
}

describe('today', () => {
  const now = '2026-11-23T08:00:00Z'
  it('puts red first, then late, then by day, then what has no limit', () => {
    const rows = [
      row({ ref: 'none' }), row({ ref: 'tomorrow', due: '2026-11-24T09:00:00Z' }), row({ ref: 'late', due: '2026-11-22T09:00:00Z', overdue: true }),
      row({ ref: 'today', due: '2026-11-23T09:00:00Z' }), row({ ref: 'red', colour: 'red', due: '2026-11-25T09:00:00Z' }),
    ]
    expect(today(rows, now, day).map((d) => [d.key, d.rows.map((r) => r.ref).join()])).toEqual([
      ['red', 'red'], ['late', 'late'], ['2026-11-23', 'today'], ['2026-11-24', 'tomorrow'], ['none', 'none'],
    ])
  })
  it('walks a day in map order, whatever the hour', () => {
    const at = (ref: string, lon: number, lat: number, hour: string) => row({ ref, point: { lon, lat }, due: `2026-11-23T${hour}:00:00Z` })
    const rows = [at('a', 106.5, 29.51, '09'), at('far', 106.5065, 29.5165, '10'), at('a2', 106.50001, 29.51001, '20')]
    const order = today(rows, now, day)[0]!.rows.map((r) => r.ref)
    expect(Math.abs(order.indexOf('a') - order.indexOf('a2'))).toBe(1)
  })
  it('keeps the way when one case leaves the list', () => {
    const rows = Array.from({ length: 40 }, (_, i) => row({ ref: `c${i}`, point: { lon: 106.5 + ((i * 7) % 13) / 2000, lat: 29.51 + ((i * 5) % 11) / 2000 }, due: '2026-11-23T10:00:00Z' }))
    const all = today(rows, now, day)[0]!.rows.map((r) => r.ref)
    const fewer = today(rows.filter((r) => r.ref !== 'c9'), now, day)[0]!.rows.map((r) => r.ref)
    expect(fewer).toEqual(all.filter((r) => r !== 'c9'))
  })
  it('gives every cell of the curve its own place', () => {
    const seen = new Set<number>()
    for (let x = 0; x < 32; x++) for (let y = 0; y < 32; y++) seen.add(hilbert(x, y))
    expect(seen.size).toBe(1024)
  })
})

describe('the ground', () => {
  const square = { code: 'g1', title: '第1网格', rings: [[[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]] as [number, number][]] }
  it('finds the grid without network', () => {
    expect(inside({ lon: 0.5, lat: 0.5 }, square.rings)).toBe(true)
    expect(gridAt({ lon: 1.5, lat: 0.5 }, [square])).toBeUndefined()
  })
  it('draws and reads back the same point', () => {
    const sheet = sheetOf(square.rings, 300, 200)
    const [x, y] = sheet.to({ lon: 0.25, lat: 0.75 })
    expect(sheet.from(x, y)).toEqual({ lon: 0.25, lat: 0.75 })
    expect(y).toBeLessThan(100)
  })
})

describe('steps in plain words', () => {
  const step = (action: string, state: string, payload: object): Step => ({ n: 1, at: '', called: '罗书记', action, state, payload, hash: '' }) as Step
  it('says why a report was rejected', () => {
    const all = [step('report', 'reported', { text: '井盖' }), step('reject', 'rejected', { reason: '属物业维修范围' })]
    expect(ending(all)).toMatchObject({ key: 'reject', note: '属物业维修范围', tone: 'bad' })
  })
  it('tells found from not found and keeps pictures', () => {
    expect(plain(step('verify', 'rejected', { found: false, note: '未见' })).key).toBe('verify_no')
    expect(plain(step('finish', 'checking', { note: '已清', files: ['d.f'] }))).toMatchObject({ note: '已清', photos: ['d.f'] })
  })
  it('survives an erased payload', () => {
    expect(plain({ ...step('add', 'verified', {}), payload: undefined } as unknown as Step)).toMatchObject({ note: '', photos: [] })
  })
})

describe('photos', () => {
  it('are never enlarged and keep their shape', () => {
    expect(fit(4000, 3000)).toEqual({ width: 1600, height: 1200 })
    expect(fit(800, 600)).toEqual({ width: 800, height: 600 })
  })
})
