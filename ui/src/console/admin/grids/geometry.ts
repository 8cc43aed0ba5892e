/** Borders in degrees, cut by a drawn line. The server checks the parts again, exactly; this is for drawing. */
export type Point = readonly [lon: number, lat: number]
/** Open: the last point is not the first again. */
export type Ring = readonly Point[]
export type Shape = readonly Ring[]

const EARTH = 6_378_137
/** The server keeps seven digits of a degree. */
const round = (p: Point): Point => [Math.round(p[0] * 1e7) / 1e7, Math.round(p[1] * 1e7) / 1e7]

/** GeoJSON's closed rings as open ones. */
export function opened(rings: readonly (readonly (readonly number[])[])[]): Shape {
  return rings.map((ring) => ring.slice(0, -1).map((c): Point => [c[0] ?? 0, c[1] ?? 0]))
}
/** Back again, as the interface takes them. */
export function closed(shape: Shape): [number, number][][] {
  return shape.map((ring) => [...ring, ...ring.slice(0, 1)].map((p): [number, number] => [p[0], p[1]]))
}

/** Twice the signed area in square metres. Summed by sides, so that parts add up to their whole. */
function signed(ring: Ring): number {
  const radians = Math.PI / 180
  const [lon, lat] = ring[0] ?? [0, 0]
  const height = (p: Point): number => Math.sin(p[1] * radians) - Math.sin(lat * radians)
  let sum = 0
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length] ?? a
    sum += ((a[0] - lon) - (b[0] - lon)) * radians * (height(a) + height(b))
  }
  return sum * EARTH * EARTH
}
/** Square metres, holes taken off. */
export function area(shape: Shape): number {
  return shape.reduce((sum, ring, i) => sum + (Math.abs(signed(ring)) / 2) * (i === 0 ? 1 : -1), 0)
}

export function bounds(shapes: readonly Shape[]): { west: number; south: number; east: number; north: number } {
  const all = shapes.flatMap((s) => s[0] ?? [])
  return {
    west: Math.min(...all.map((p) => p[0])), east: Math.max(...all.map((p) => p[0])),
    south: Math.min(...all.map((p) => p[1])), north: Math.max(...all.map((p) => p[1])),
  }
}

/** Whether a point lies within a ring. */
export function inside(p: Point, ring: Ring): boolean {
  let found = false
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + ring.length - 1) % ring.length] ?? a
    if ((a[1] > p[1]) !== (b[1] > p[1]) && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) found = !found
  }
  return found
}

/** The middle by area; of a ring that bends around it, a corner's neighbourhood instead. */
export function middle(shape: Shape): Point {
  const ring = shape[0] ?? []
  const origin = ring[0] ?? [0, 0]
  let [x, y, sum] = [0, 0, 0]
  for (const [i, a] of ring.entries()) {
    const b = ring[(i + 1) % ring.length] ?? a
    const cross = (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1])
    x += (a[0] + b[0] - 2 * origin[0]) * cross
    y += (a[1] + b[1] - 2 * origin[1]) * cross
    sum += cross
  }
  return sum === 0 ? origin : [origin[0] + x / (3 * sum), origin[1] + y / (3 * sum)]
}

interface Crossing { along: number; edge: number; part: number; at: Point }

/** Where a line crosses a ring, in the line's order; a corner that both its edges report counts once. */
function crossings(line: readonly Point[], ring: Ring): Crossing[] {
  const found: Crossing[] = []
  for (let s = 0; s + 1 < line.length; s += 1) {
    const [p, q] = [line[s], line[s + 1]] as [Point, Point]
    for (const [i, a] of ring.entries()) {
      const b = ring[(i + 1) % ring.length] ?? a
      const [rx, ry, sx, sy] = [q[0] - p[0], q[1] - p[1], b[0] - a[0], b[1] - a[1]]
      const cross = rx * sy - ry * sx
      if (cross === 0) continue
      const t = ((a[0] - p[0]) * sy - (a[1] - p[1]) * sx) / cross
      const u = ((a[0] - p[0]) * ry - (a[1] - p[1]) * rx) / cross
      if (t < 0 || t > 1 || u < 0 || u > 1) continue
      const at: Point = [p[0] + t * rx, p[1] + t * ry]
      if (!found.some((c) => Math.abs(c.at[0] - at[0]) < 1e-9 && Math.abs(c.at[1] - at[1]) < 1e-9)) found.push({ along: s + t, edge: i, part: u, at })
    }
  }
  return found.sort((a, b) => a.along - b.along)
}

/** An end that lies inside is drawn on, straight, until just past the border. */
function reach(end: Point, next: Point, ring: Ring): Point[] {
  if (!inside(end, ring)) return []
  const [dx, dy] = [end[0] - next[0], end[1] - next[1]]
  const length = Math.hypot(dx, dy)
  if (length === 0) return []
  const far: Point = [end[0] + (dx / length) * 2, end[1] + (dy / length) * 2]
  const hit = crossings([end, far], ring)[0]
  return hit ? [[hit.at[0] + (dx / length) * 1e-6, hit.at[1] + (dy / length) * 1e-6]] : []
}

export type Cut = { parts: [Shape, Shape] } | { wrong: 'short' | 'misses' | 'often' | 'hole' | 'sliver' }

/** Cuts a shape in two along a drawn line, which must enter and leave it once. */
export function cut(shape: Shape, drawn: readonly Point[]): Cut {
  const ring = shape[0] ?? []
  const [first, second, last, before] = [drawn[0], drawn[1], drawn.at(-1), drawn.at(-2)]
  if (!first || !second || !last || !before) return { wrong: 'short' }
  const line = [...reach(first, second, ring), ...drawn, ...reach(last, before, ring)]
  const hits = crossings(line, ring)
  const [one, two] = hits
  if (!one || !two) return { wrong: 'misses' }
  if (hits.length > 2) return { wrong: 'often' }
  if (shape.slice(1).some((hole) => crossings(line, hole).length > 0)) return { wrong: 'hole' }
  const way = line.slice(Math.floor(one.along) + 1, Math.ceil(two.along)).filter((p) => inside(p, ring))
  const walk = (from: Crossing, to: Crossing): Point[] => {
    const ahead = from.edge === to.edge && to.part > from.part
    const steps = ahead ? 0 : ((to.edge - from.edge + ring.length) % ring.length) || ring.length
    return Array.from({ length: steps }, (_, k) => ring[(from.edge + 1 + k) % ring.length] as Point)
  }
  const left = tidy([one.at, ...walk(one, two), two.at, ...[...way].reverse()])
  const right = tidy([two.at, ...walk(two, one), one.at, ...way])
  if (Math.min(Math.abs(signed(left)), Math.abs(signed(right))) / 2 < 100) return { wrong: 'sliver' }
  const holes = shape.slice(1)
  const of = (part: Ring): Shape => [part, ...holes.filter((hole) => hole[0] && inside(hole[0], part))]
  return { parts: [of(left), of(right)] }
}

/** Rounded as the server keeps it, without points that fall together. */
function tidy(ring: Point[]): Ring {
  const all = ring.map(round)
  return all.filter((p, i) => {
    const b = all[(i + all.length - 1) % all.length]
    return !b || b[0] !== p[0] || b[1] !== p[1]
  })
}

/** A line through the middle, from north to south or from west to east: to begin with, or without a mouse. */
export function halving(shape: Shape, way: 'north' | 'west'): Point[] {
  const box = bounds([shape])
  const [x, y] = middle(shape)
  return way === 'north' ? [[x, box.north + 1e-5], [x, box.south - 1e-5]] : [[box.west - 1e-5, y], [box.east + 1e-5, y]]
}

/** Borders that meet but for a rounding, degrees: about a hand's breadth. */
const CLOSE = 1e-6

/** The ring with the corners of another put in where they lie on its sides, and set on them where they nearly do. */
function matched(ring: Ring, other: Ring): Point[] {
  const near = (p: Point): Point => other.find((o) => Math.hypot(o[0] - p[0], o[1] - p[1]) < CLOSE) ?? p
  const corners = ring.map(near)
  return corners.flatMap((a, i) => {
    const b = corners[(i + 1) % corners.length] as Point
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
    const length = Math.hypot(dx, dy)
    const between = other.flatMap((p) => {
      const along = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length
      const aside = Math.abs((p[0] - a[0]) * dy - (p[1] - a[1]) * dx) / length
      return along > CLOSE && along < length - CLOSE && aside < CLOSE ? [{ p, along }] : []
    })
    return [a, ...between.sort((x, y) => x.along - y.along).map((found) => found.p)]
  })
}
const anticlockwise = (ring: Ring): Ring => (signed(ring) < 0 ? [...ring].reverse() : ring)
const key = (a: Point, b: Point): string => `${a.join()} ${b.join()}`

export type Joined = { whole: Shape; border: Point[] } | { wrong: 'apart' | 'twice' }

/** Two neighbours as one, and the border between them; they must meet along one stretch. */
export function joined(one: Shape, two: Shape): Joined {
  if (!one[0] || !two[0]) return { wrong: 'apart' }
  const b = anticlockwise(matched(two[0], one[0]))
  const a = anticlockwise(matched(one[0], b))
  const sides = (ring: Ring): string[] => ring.map((p, i) => key(p, ring[(i + 1) % ring.length] as Point))
  const [mine, theirs] = [sides(a), new Set(b.map((p, i) => key(b[(i + 1) % b.length] as Point, p)))]
  const common = mine.map((side) => theirs.has(side))
  const begins = common.flatMap((is, i) => (is && !common[(i + a.length - 1) % a.length] ? [i] : []))
  const first = begins[0]
  if (first === undefined) return { wrong: 'apart' }
  if (begins.length > 1) return { wrong: 'twice' }
  const turned = [...a.slice(first), ...a.slice(0, first)]
  const long = common.filter(Boolean).length
  const border = turned.slice(0, long + 1)
  const [from, to] = [border[0] as Point, border.at(-1) as Point]
  const at = b.findIndex((p) => key(p, p) === key(from, from))
  const rest = [...b.slice(at + 1), ...b.slice(0, at)]
  const around = rest.slice(0, rest.findIndex((p) => key(p, p) === key(to, to)))
  return { whole: [[...turned.slice(long), from, ...around], ...one.slice(1), ...two.slice(1)], border }
}

/** A line drawn on a little at both ends, so that it surely leaves what it divides. */
export function outwards(line: readonly Point[], by = 1e-5): Point[] {
  const [first, second, last, before] = [line[0], line[1], line.at(-1), line.at(-2)]
  if (!first || !second || !last || !before) return [...line]
  const on = (end: Point, next: Point): Point => {
    const [dx, dy] = [end[0] - next[0], end[1] - next[1]]
    const length = Math.hypot(dx, dy) || 1
    return [end[0] + (dx / length) * by, end[1] + (dy / length) * by]
  }
  return [on(first, second), ...line.slice(1, -1), on(last, before)]
}
