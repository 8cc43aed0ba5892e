/** Where one stands: the phone's position, and which of the known grids it lies in, also without network. */
import type { Point } from './db'

export type Ring = [number, number][]
export interface GridShape {
  code: string
  title: string
  rings: Ring[]
}

export type NoFix = 'denied' | 'timeout' | 'unavailable'

/** One position of the phone (WGS-84), or why there is none. Asked once per tap, never followed. */
export function position(patience = 12_000): Promise<{ point: Point; accuracy: number } | NoFix> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) { done('unavailable'); return }
    // Some phones never call back at all.
    const timer = setTimeout(() => done('timeout'), patience + 1_000)
    navigator.geolocation.getCurrentPosition(
      (found) => { clearTimeout(timer); done({ point: { lon: round(found.coords.longitude), lat: round(found.coords.latitude) }, accuracy: Math.round(found.coords.accuracy) }) },
      (failed) => { clearTimeout(timer); done(failed.code === failed.PERMISSION_DENIED ? 'denied' : failed.code === failed.TIMEOUT ? 'timeout' : 'unavailable') },
      { enableHighAccuracy: true, timeout: patience, maximumAge: 30_000 },
    )
  })
}
/** Six decimals are ten centimetres. */
function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}

/** Even-odd rule over all rings. */
export function inside(point: Point, rings: Ring[]): boolean {
  let odd = false
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i]!
      const [xj, yj] = ring[j]!
      if (yi > point.lat !== yj > point.lat && point.lon < ((xj - xi) * (point.lat - yi)) / (yj - yi) + xi) odd = !odd
    }
  }
  return odd
}

/** The known grid that holds the point. */
export function gridAt(point: Point, shapes: GridShape[]): GridShape | undefined {
  return shapes.find((shape) => inside(point, shape.rings))
}

interface Feature { id?: unknown; properties?: { code?: string; title?: string }; geometry?: { type: string; coordinates: unknown } }
/** Out of a GeoJSON feature of ours (Polygon or MultiPolygon); nothing where the answer broke off. */
export function shapeOf(feature: unknown): GridShape | undefined {
  const { properties, geometry } = (feature ?? {}) as Feature
  if (!properties?.code || !geometry) return undefined
  const rings = geometry.type === 'Polygon' ? (geometry.coordinates as Ring[]) : geometry.type === 'MultiPolygon' ? (geometry.coordinates as Ring[][]).flat() : []
  return { code: properties.code, title: properties.title ?? properties.code, rings }
}

/** A flat drawing of shapes: degrees to pixels and back, north up, the same scale both ways. */
export function sheetOf(rings: Ring[], width: number, height: number, margin = 16): { to(p: Point): [number, number]; from(x: number, y: number): Point } {
  const all = rings.flat()
  const lons = all.map((p) => p[0])
  const lats = all.map((p) => p[1])
  const [w, e, s, n] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  const narrow = Math.cos(((s + n) / 2) * (Math.PI / 180))
  const scale = Math.min((width - 2 * margin) / Math.max((e - w) * narrow, 1e-9), (height - 2 * margin) / Math.max(n - s, 1e-9))
  const [cx, cy] = [(w + e) / 2, (s + n) / 2]
  return {
    to: (p) => [width / 2 + (p.lon - cx) * narrow * scale, height / 2 - (p.lat - cy) * scale],
    from: (x, y) => ({ lon: round(cx + (x - width / 2) / (narrow * scale)), lat: round(cy - (y - height / 2) / scale) }),
  }
}
