/** The grids of a village: their shapes, codes that are free, counts outside the usual band. */
import { api, got, newKey, type Schemas } from '@/api/client'
import { learnUnit, type Unit } from '../shared/names'
import { bounds, closed, inside, middle, opened, type Point, type Shape } from './geometry'

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

/** A count shared out by weights, so that the sum stays what it was. */
export function shared(total: number | null | undefined, weights: readonly number[]): (number | undefined)[] {
  if (total == null) return weights.map(() => undefined)
  const sum = weights.reduce((a, b) => a + b, 0)
  const floor = weights.map((w) => Math.floor((total * w) / sum))
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

/** What stands in a village, to count it by the borders that are drawn. */
export interface Places { buildings: { ref: string; name: string; at: Point; flats: number }[]; points: Point[] }
export async function placesOf(village: string, shapes: readonly Shape[]): Promise<Places> {
  const box = bounds(shapes.filter((s) => s.length))
  const points = got(api.GET('/api/v1/points', { params: { query: { bbox: [box.west, box.south, box.east, box.north].join(',') } } }))
  const buildings: Places['buildings'] = []
  let after: string | undefined
  do {
    const page: Schemas['Page_BuildingView'] = await got(api.GET('/api/v1/buildings', { params: { query: { village, limit: 100, ...(after ? { after } : {}) } } }))
    buildings.push(...page.items.map((b) => ({ ref: b.ref, name: b.name, at: [b.lon, b.lat] as const, flats: b.flats })))
    after = page.next ?? undefined
  } while (after)
  return { buildings, points: (await points).map((p) => [p.lon, p.lat] as const) }
}
export interface Count { buildings: number; flats: number; points: number }
export function counted(places: Places, shape: Shape): Count {
  const within = (p: Point): boolean => shape.every((ring, i) => inside(p, ring) === (i === 0))
  const buildings = places.buildings.filter((b) => within(b.at))
  return { buildings: buildings.length, flats: buildings.reduce((sum, b) => sum + b.flats, 0), points: places.points.filter(within).length }
}

/** The change as the interface takes it; shapes are left out where the server works the border out. */
export function planOf(old: readonly Grid[], parts: readonly Part[], look: boolean, more: { effective?: string | undefined; reason?: string } = {}): Schemas['PlanNew'] {
  return {
    grids: old.map((g) => g.code), dry_run: look, ...(more.effective ? { effective: more.effective } : {}), ...(more.reason?.trim() ? { reason: more.reason.trim() } : {}),
    parts: parts.map((p) => ({
      code: p.code.trim(), name: p.name.trim(), rings: parts.length > 1 ? closed(p.shape) : [],
      ...(p.households == null ? {} : { households: p.households }), ...(p.people == null ? {} : { people: p.people }),
    })),
  }
}
/** What the server says to a change, without doing it. */
export function previewOf(old: readonly Grid[], parts: readonly Part[], effective?: string): Promise<Schemas['PlanView']> {
  return got(api.POST('/api/v1/grid-plans', { params: { header: { 'Idempotency-Key': newKey() } }, body: planOf(old, parts, true, { effective }) }))
}
/** Open cases among what a change concerns. */
export function casesOf(plan: Schemas['PlanView'] | undefined): number {
  return plan?.moves?.work.find((w) => w.what === 'cases')?.n ?? 0
}

/** A refusal as it is said beside its part, which need not be named again. */
export function saidOfPart(words: string): string {
  return words.replace(/^(第\d+部分[::]?|part \d+:?) */, '')
}
/** A refusal as it is said on the map, where the place itself stands for its coordinates. */
export function saidThere(words: string): string {
  return saidOfPart(words).replace(/[,,]?\s*(在|near)\s*-?\d+\.\d+,-?\d+\.\d+\s*(附近)?/, '')
}
/** Which of the parts a refused field belongs to: `/parts/1/rings` is the second; none where it is about all. */
export function partOf(field: string | undefined): number | undefined {
  const n = /^\/parts\/(\d+)\//.exec(field ?? '')?.[1]
  return n === undefined ? undefined : Number(n)
}
/** Where a refusal points to: the coordinates in its words, else the part that it names, else the whole. */
export function placeOf(words: string, field: string | undefined, parts: readonly Shape[], whole: Shape): Point {
  const at = /(-?\d+\.\d+),(-?\d+\.\d+)/.exec(words)
  if (at) return [Number(at[1]), Number(at[2])]
  return middle(parts[partOf(field) ?? -1] ?? whole)
}
