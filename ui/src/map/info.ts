/** What there is to draw: asked once, kept for the page's life. */
import { api, got, Problem } from '@/api/client'
import { boxOf, positions, zoomOf, type Bbox, type LonLat } from './geometry'

/** A map below ours: the official one with its names, images, or a file of one's own. */
export type Base =
  | { kind: 'tianditu'; tiles: string[]; labels: string[]; attribution: string }
  | { kind: 'imagery'; tiles: string[]; attribution: string }
  | { kind: 'pmtiles'; url: string; attribution: string }

export interface MapInfo {
  /** Address of the unit tiles; absent while the server has none: then the grids come as GeoJSON. */
  units?: string
  /** Address of the tiles of single cases, from zoom 14 on. */
  cases?: string
  /** Address of the tiles of buildings and points, from zoom 15 on. */
  premises?: string
  bbox: Bbox
  note_zh: string
  note_en: string
  base?: Base | null
}
/** Where the demo city lies, for a server that does not say. */
const NOWHERE: MapInfo = { bbox: [105.28, 28.16, 110.2, 32.21], note_zh: '', note_en: '' }

let asked: Promise<MapInfo> | undefined
export function mapInfo(): Promise<MapInfo> {
  asked ??= fetch('/api/v1/map')
    .then((answer) => (answer.ok ? answer.json().then((said: Partial<MapInfo>): MapInfo => ({ ...NOWHERE, ...said })) : NOWHERE))
    .catch(() => { asked = undefined; return NOWHERE })
  return asked
}

export type Target = { bbox: Bbox } | { center: LonLat; zoom: number }

/** Where to look to see a unit: a grid by its outline, others by the places below them. */
export async function targetOf(code: string): Promise<Target | undefined> {
  try {
    if (/^\d{15}$/.test(code)) {
      const grid = (await got(api.GET('/api/v1/grids/{code}', { params: { path: { code } } }))) as { geometry?: { coordinates?: unknown } }
      const bbox = boxOf(positions(grid.geometry?.coordinates))
      if (bbox) return { bbox }
    }
    const unit = await got(api.GET('/api/v1/units/{code}', { params: { path: { code } } }))
    if (unit.level === 'city') return { bbox: (await mapInfo()).bbox }
    const below = await got(api.GET('/api/v1/units/{code}/children', { params: { path: { code } } }))
    const bbox = boxOf(below.flatMap((u): LonLat[] => (u.lon == null || u.lat == null ? [] : [[u.lon, u.lat]])), 0.25)
    if (bbox && below.length > 2) return { bbox }
    if (unit.lon != null && unit.lat != null) return { center: [unit.lon, unit.lat], zoom: zoomOf(code) }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
  }
  return undefined
}
