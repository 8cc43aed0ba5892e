/** From counters to what the map shows. Pure. */
import type { Pin } from '@/map/engine'
import type { Child, CaseRow, Unit } from './api'

export type Measure = 'open' | 'overdue' | 'density'

/** Open cases per hundred households where all of them are known, else per unit below; undefined when nobody knows. */
export function density(child: Child, sizes: Map<string, Size>): number | undefined {
  const size = sizes.get(child.code)
  if (size?.households) return (child.open / size.households) * 100
  return size?.places ? child.open / size.places : undefined
}
export interface Size { households?: number; places?: number }
export function sizesOf(children: Child[], units: Pick<Unit, 'code' | 'children'>[]): Map<string, Size> {
  const everybody = children.length > 0 && children.every((c) => c.households)
  return new Map<string, Size>(everybody ? children.map((c) => [c.code, { households: c.households ?? 0 }]) : units.map((u) => [u.code, { places: u.children }]))
}

export function measured(child: Child, measure: Measure, sizes: Map<string, Size>): number {
  return measure === 'density' ? (density(child, sizes) ?? 0) : child[measure]
}

/** Unit code → 0…1, against the greatest. Nothing anywhere: nothing is coloured. */
export function fillsOf(children: Child[], measure: Measure, sizes: Map<string, Size>): Record<string, number> {
  const most = Math.max(0, ...children.map((c) => measured(c, measure, sizes)))
  if (most === 0) return {}
  return Object.fromEntries(children.map((c) => [c.code, measured(c, measure, sizes) / most]))
}

/** A number at each place that has one, to be read and clicked. */
export function pinsOf(children: Child[], measure: Measure, sizes: Map<string, Size>): Pin[] {
  return children.flatMap((c) => {
    const value = measured(c, measure, sizes)
    if (c.lon == null || c.lat == null || value === 0) return []
    return [{ id: c.code, lon: c.lon, lat: c.lat, label: measure === 'density' ? value.toFixed(1) : String(value) }]
  })
}

/** As one walks over the map: bands from north to south, each from west to east and the next one back. */
export function mapOrder<T extends Pick<CaseRow, 'point' | 'place'>>(rows: T[]): T[] {
  const placed = rows.filter((row) => row.point)
  const lats = placed.map((row) => row.point!.lat)
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  const bands = Math.max(1, Math.round(Math.sqrt(placed.length / 2)))
  const height = (north - south) / bands || 1
  const band = (row: T): number => Math.min(bands - 1, Math.floor((north - row.point!.lat) / height))
  placed.sort((a, b) => band(a) - band(b) || (a.point!.lon - b.point!.lon) * (band(a) % 2 ? -1 : 1))
  const others = rows.filter((row) => !row.point).sort((a, b) => (a.place ?? '').localeCompare(b.place ?? '', 'zh'))
  return [...placed, ...others]
}

/** Puts new rows first and says which they are; bounded, so that a screen may run for days. */
export function freshOf(rows: CaseRow[], before: Set<string> | undefined): Set<string> {
  return new Set(before ? rows.filter((row) => !before.has(row.ref)).map((row) => row.ref) : [])
}
