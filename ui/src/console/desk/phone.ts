/** What a call becomes: the place is found by name (building, community, grid), everything else is typed. */
import { api, got, headers, type Schemas } from '@/api/client'
import type { State } from './words'

type Coord = Schemas['Coord']
export interface PlaceHit { id: string; name: string; title: string; note: string; grid?: string; point?: Coord }
export interface CallDraft { text: string; place: string; hit?: PlaceHit | undefined; matter?: string | undefined; name: string; phone: string; named: boolean }
export function emptyCall(): CallDraft { return { text: '', place: '', name: '', phone: '', named: false } }

interface Building { ref: string; name: string; address?: string | null; lon?: number | null; lat?: number | null; grid: string }

/** Buildings by name, where the city has them; a city without answers nothing. */
async function buildings(q: string, under: string | undefined): Promise<PlaceHit[]> {
  const words = new URLSearchParams({ q, ...(under ? { village: under } : {}) })
  const answer = await fetch(`/api/v1/buildings?${words}`, { headers: headers(false), credentials: 'same-origin' }).catch(() => undefined)
  if (!answer?.ok) return []
  const found = (await answer.json()) as { items?: Building[] } | Building[]
  return (Array.isArray(found) ? found : found.items ?? []).slice(0, 8).map((b) => ({
    id: b.ref, name: b.name, title: b.name, note: b.address ?? '', grid: b.grid,
    ...(typeof b.lon === 'number' && typeof b.lat === 'number' ? { point: { lon: b.lon, lat: b.lat } } : {}),
  }))
}

/** A community's grids, so that the officer can ask "which corner?"; its middle stands for "somewhere there". */
async function gridsOf(village: Schemas['UnitView']): Promise<PlaceHit[]> {
  const grids = await got(api.GET('/api/v1/units/{code}/children', { params: { path: { code: village.code } } }))
  return grids.map((g) => ({ id: g.code, name: village.name, title: `${village.name} ${g.name}`, note: village.title, grid: g.code }))
}

/** Suggestions for what the caller calls the place. */
export async function suggestPlaces(q: string, under: string | undefined): Promise<PlaceHit[]> {
  const query = { q, limit: 8, ...(under && under.length > 2 ? { under } : {}) }
  const [units, houses] = await Promise.all([got(api.GET('/api/v1/units', { params: { query } })), buildings(q, undefined)])
  const villages = units.filter((u) => u.level === 'village')
  const grids = units.filter((u) => u.level === 'grid').map((g) => ({ id: g.code, name: g.title, title: g.title, note: g.code, grid: g.code }))
  const nested = await Promise.all(villages.slice(0, 3).map(gridsOf))
  return [...houses, ...grids, ...nested.flat()].slice(0, 14)
}

export interface Nearby { ref: string; words: string; state: State }
/** Open cases that may be the same thing: in the same grid, newest first. */
export async function similarTo(hit: PlaceHit): Promise<Nearby[]> {
  const unit = hit.grid
  if (!unit) return []
  const found = await got(api.GET('/api/v1/cases', { params: { query: { unit, open: true, sort: 'newest', limit: 3 } } })).catch(() => undefined)
  return found?.items.map((row) => ({ ref: row.ref, words: row.matter_zh ?? row.text ?? row.number, state: row.state })) ?? []
}
