/** Small sums about places; no map library here, so that they are cheap to load and to test. */
export type LonLat = [number, number]
/** West, south, east, north. */
export type Bbox = [number, number, number, number]

/** The layers of the unit tiles, coarse to fine. */
export const UNIT_LAYERS = ['district', 'town', 'village', 'grid'] as const
export type UnitLayer = (typeof UNIT_LAYERS)[number]

/** Codes of places nest: 6 digits a district, 9 a town, 12 a village, 15 a grid. Zones are drawn with the districts. */
export function layerOf(code: string): UnitLayer {
  if (/^\d{15}$/.test(code)) return 'grid'
  if (/^\d{12}$/.test(code)) return 'village'
  if (/^\d{9}$/.test(code)) return 'town'
  return 'district'
}

/** A good zoom to look at one unit when only its label point is known. */
export function zoomOf(code: string): number {
  return { district: 9.5, town: 12.3, village: 14.4, grid: 16 }[layerOf(code)]
}

/** The box around points, widened so that none lies on the rim; undefined without points. */
export function boxOf(points: LonLat[], margin = 0.15): Bbox | undefined {
  if (points.length === 0) return undefined
  const lons = points.map((p) => p[0])
  const lats = points.map((p) => p[1])
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  // A single point gets about 300 m around it.
  const dx = Math.max((east - west) * margin, 0.003)
  const dy = Math.max((north - south) * margin, 0.003)
  return [west - dx, south - dy, east + dx, north + dy]
}

/** Every position of a GeoJSON geometry's coordinates, however deeply nested. */
export function positions(coordinates: unknown): LonLat[] {
  if (!Array.isArray(coordinates)) return []
  if (typeof coordinates[0] === 'number' && typeof coordinates[1] === 'number') return [[coordinates[0], coordinates[1]]]
  return coordinates.flatMap(positions)
}

/** Which of `codes` a finer unit lies in: the drill-down from whatever was clicked to the next level below. */
export function within(codes: Iterable<string>, code: string): string | undefined {
  for (const candidate of codes) if (code.startsWith(candidate)) return candidate
  return undefined
}

/** Seven digits are a centimetre: nobody needs more, and shorter numbers are easier to read. */
export function rounded(point: LonLat, digits = 6): LonLat {
  const f = 10 ** digits
  return [Math.round(point[0] * f) / f, Math.round(point[1] * f) / f]
}
