/** The grids of a village: their shapes, codes that are free, counts outside the usual band. */
import { api, got, type Schemas } from '@/api/client'
import { learnUnit, type Unit } from '../shared/names'
import { area, opened, type Shape } from './geometry'

export interface Grid { code: string; name: string; unit: Unit; shape: Shape }
export interface Village { unit: Unit; grids: Grid[]; codes: string[]; edition: number }
export interface Part { code: string; name: string; households: number | undefined; people: number | undefined; shape: Shape }

/** Spans that a grid usually keeps (示例): outside of them a hint, never a refusal. */
export const BAND = { households: [50, 800], people: [100, 3000] } as const

interface Feature { geometry: { coordinates: number[][][] } }
const shapeOf = (code: string): Promise<Shape> => got(api.GET('/api/v1/grids/{code}', { params: { path: { code } } })).then((found) => opened((found as unknown as Feature).geometry.coordinates))

export async function villageOf(code: string): Promise<Village> {
  const [unit, all, editions] = await Promise.all([
    got(api.GET('/api/v1/units/{code}', { params: { path: { code } } })).then(learnUnit),
    got(api.GET('/api/v1/units/{code}/children', { params: { path: { code }, query: { kind: 'grid', ended: true } } })),
    got(api.GET('/api/v1/editions')),
  ])
  const alive = all.filter((u) => !u.valid_to).map(learnUnit)
  const shapes = await Promise.allSettled(alive.map((u) => shapeOf(u.code)))
  const grids = alive.map((u, i): Grid => {
    const found = shapes[i]
    return { code: u.code, name: u.name, unit: u, shape: found?.status === 'fulfilled' ? found.value : [] }
  })
  return { unit, grids, codes: all.map((u) => u.code), edition: editions.find((e) => e.state === 'active')?.id ?? 0 }
}

/** The next codes of a village that nobody ever had, with the names that go with them. */
export function freeCodes(village: string, codes: readonly string[], n: number): { code: string; number: number }[] {
  const last = Math.max(0, ...codes.filter((c) => c.startsWith(village)).map((c) => Number(c.slice(village.length)) || 0))
  return Array.from({ length: n }, (_, i) => ({ code: `${village}${String(last + 1 + i).padStart(3, '0')}`, number: last + 1 + i }))
}

/** A count shared out by area, so that the sum stays what it was. */
export function shared(total: number | null | undefined, shapes: readonly Shape[]): (number | undefined)[] {
  if (total == null) return shapes.map(() => undefined)
  const areas = shapes.map(area)
  const sum = areas.reduce((a, b) => a + b, 0)
  const floor = areas.map((a) => Math.floor((total * a) / sum))
  const rest = total - floor.reduce((a, b) => a + b, 0)
  return floor.map((n, i) => (i === 0 ? n + rest : n))
}

export type Hint = { what: 'households' | 'people'; side: 'few' | 'many'; n: number; low: number; high: number }
export function hints(counts: { households?: number | null | undefined; people?: number | null | undefined }): Hint[] {
  return (['households', 'people'] as const).flatMap((what): Hint[] => {
    const n = counts[what]
    const [low, high] = BAND[what]
    return n == null || (n >= low && n <= high) ? [] : [{ what, side: n < low ? 'few' : 'many', n, low, high }]
  })
}
export type Edition = Schemas['EditionView']
