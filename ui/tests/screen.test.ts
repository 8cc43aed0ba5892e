import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { Problem } from '@/api/client'
import type { Child } from '@/console/screen/api'
import { storeyIn, storeysOf } from '@/console/screen/building/matrix'
import { density, fillsOf, freshOf, mapOrder, pinsOf, sizesOf } from '@/console/screen/numbers'
import { behind, paced } from '@/console/screen/pace'
import { useLoad } from '@/console/screen/useLoad'
import { boxOf, layerOf, positions, within } from '@/map/geometry'

const child = (code: string, open: number, overdue = 0): Child => ({ code, name: code, level: 'grid', open, overdue, boards: {}, lon: 106, lat: 29 })
const none = new Map()

describe('numbers on the map', () => {
  it('colours against the greatest, and nothing when all is done', () => {
    expect(fillsOf([child('a', 4), child('b', 1), child('c', 0)], 'open', none)).toEqual({ a: 1, b: 0.25, c: 0 })
    expect(fillsOf([child('a', 0)], 'open', none)).toEqual({})
  })
  it('writes each number at its place, no zero and none without a place', () => {
    expect(pinsOf([child('a', 3), child('b', 0), { ...child('c', 2), lon: undefined }], 'open', none).map((p) => [p.id, p.label])).toEqual([['a', '3']])
  })
  it('knows density by households where all are known, else by the places below', () => {
    const some = [{ ...child('a', 3), households: 150 }, { ...child('b', 1), households: 10 }]
    expect(density(some[0]!, sizesOf(some, []))).toBe(2)
    expect(density(child('a', 3), sizesOf([some[0]!, child('b', 1)], [{ code: 'a', children: 6 }]))).toBe(0.5)
    expect(density(child('z', 3), sizesOf([], []))).toBeUndefined()
  })
})

describe('map order', () => {
  it('goes in bands from north to south, there and back; what has no point comes last', () => {
    const at = (place: string, lon: number, lat: number) => ({ place, point: { lon, lat } })
    const rows = [at('se', 2, 0), at('nw', 0, 2), { place: 'nowhere', point: null }, at('ne', 2, 2), at('sw', 0, 0), at('n', 1, 2), at('s', 1, 0), at('n2', 1.5, 2)]
    expect(mapOrder(rows).map((r) => r.place)).toEqual(['nw', 'n', 'n2', 'ne', 'se', 's', 'sw', 'nowhere'])
  })
})

describe('what is new', () => {
  it('is nothing at first, then what was not there before', () => {
    const rows = [{ ref: 'a' }, { ref: 'b' }] as Parameters<typeof freshOf>[0]
    expect([...freshOf(rows, undefined)]).toEqual([])
    expect([...freshOf(rows, new Set(['a']))]).toEqual(['b'])
  })
})

describe('geometry', () => {
  it('finds layer, parent and box', () => {
    expect(['500107', '500107003', '500107003003', '500107003003001', '50-GX'].map(layerOf)).toEqual(['district', 'town', 'village', 'grid', 'district'])
    expect(within(['500107003', '500108001'], '500107003003001')).toBe('500107003')
    expect(within(['500107003'], '500108')).toBeUndefined()
    expect(positions([[[[1, 2], [3, 4]]]])).toEqual([[1, 2], [3, 4]])
    expect(boxOf([])).toBeUndefined()
    const [west, , east] = boxOf([[106, 29], [107, 30]], 0.1)!
    expect([west, east]).toEqual([105.9, 107.1])
  })
})

describe('a building from the street', () => {
  it('has the top storey first and every door once', () => {
    const rows = storeysOf({ storeys: 3, entrances: 2, units_per_storey: 2 })
    expect(rows.map((r) => r.storey)).toEqual([3, 2, 1])
    expect(rows[0]!.entrances.flatMap((e) => e.doors.map((d) => d.label))).toEqual(['1-301', '1-302', '2-301', '2-302'])
    expect(storeysOf({ storeys: 1, entrances: 1, units_per_storey: 1 })[0]!.entrances[0]!.doors[0]!.label).toBe('101')
  })
  it('reads the storey out of the words of a place', () => {
    expect(['7号楼5楼', '五楼', '十二层', '二十层', '3号楼1203室', '菜市场后门', null].map(storeyIn)).toEqual([5, 5, 12, 20, 12, undefined, undefined])
  })
})

describe('numbers and events', () => {
  it('are behind while they stand for an earlier event of a district that both name', () => {
    expect(behind('500107:1f', '500107:20')).toBe(true)
    expect(behind('500105:1,500107:20', '500107:20')).toBe(false)
    expect(behind('500107:100', '500107:ff')).toBe(false)
    expect(behind('500107:1', '500105:9')).toBe(false)
    expect(behind('500107:1', '')).toBe(false)
  })
})

describe('pace', () => {
  beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }) })
  afterEach(() => { vi.useRealTimers() })
  it('runs at once, then at most once per turn, and once after the last call', () => {
    const run = vi.fn()
    const call = paced(run, 1000)
    for (let n = 0; n < 500; n++) call()
    expect(run).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(1000)
    expect(run).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(5000)
    expect(run).toHaveBeenCalledTimes(2)
    call()
    expect(run).toHaveBeenCalledTimes(3)
    call()
    call.stop()
    vi.advanceTimersByTime(5000)
    expect(run).toHaveBeenCalledTimes(3)
  })
})

describe('loading', () => {
  it('drops the answer to an older question and keeps the last answer when the server is away', async () => {
    const answers: Record<string, (value: string) => void> = {}
    const key = ref('a')
    let fail = false
    const scope = effectScope()
    const loaded = scope.run(() => useLoad(() => key.value, (k: string) => fail ? Promise.reject(new Problem(0, {})) : new Promise<string>((done) => { answers[k] = done })))!
    key.value = 'b'
    await nextTick()
    answers.b!('B')
    answers.a!('A')
    await vi.waitFor(() => expect(loaded.data.value).toBe('B'))
    fail = true
    await loaded.reload()
    expect(loaded.data.value).toBe('B')
    expect(loaded.problem.value?.code).toBe('offline')
    scope.stop()
  })
})
