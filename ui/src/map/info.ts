/** What there is to draw: asked once, kept for the page's life. */
import { api, got, Problem, type Schemas } from '@/api/client'
import { boxOf, positions, zoomOf, type Bbox, type LonLat } from './geometry'

export type MapInfo = Schemas['MapView']
/** Where to begin when the server has no grid yet. */
const CITY: Bbox = [105.28, 28.16, 110.2, 32.21]
export function frameOf(info: MapInfo): Bbox {
  return info.bbox?.length === 4 ? (info.bbox as Bbox) : CITY
}

let asked: Promise<MapInfo> | undefined
export function mapInfo(): Promise<MapInfo> {
  asked ??= got(api.GET('/api/v1/map'))
  asked.catch(() => { asked = undefined })
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
    if (unit.level === 'city') return { bbox: frameOf(await mapInfo()) }
    const below = await got(api.GET('/api/v1/units/{code}/children', { params: { path: { code } } }))
    const bbox = boxOf(below.flatMap((u): LonLat[] => (u.lon == null || u.lat == null ? [] : [[u.lon, u.lat]])), 0.25)
    if (bbox && below.length > 2) return { bbox }
    if (unit.lon != null && unit.lat != null) return { center: [unit.lon, unit.lat], zoom: zoomOf(code) }
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
  }
  return undefined
}
