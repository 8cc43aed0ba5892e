/** What comes first today: red on top, then by day, and within a day the way one would walk. */
import type { Schemas } from '@/api/client'

export type Row = Schemas['CaseRow']
export interface Day {
  /** `red`, `late`, a day (`2026-11-23`) or `none`: no limit set. */
  key: string
  rows: Row[]
}

const STEPS = 1 << 10

/** Position along a Hilbert curve: near on the ground is near in the list, and one case gone moves no other. */
export function hilbert(x: number, y: number): number {
  let d = 0
  for (let s = STEPS / 2; s > 0; s /= 2) {
    const rx = (x & s) > 0 ? 1 : 0
    const ry = (y & s) > 0 ? 1 : 0
    d += s * s * ((3 * rx) ^ ry)
    if (ry === 0) {
      if (rx === 1) { x = STEPS - 1 - x; y = STEPS - 1 - y }
      [x, y] = [y, x]
    }
  }
  return d
}

/** About a metre and a half per step around the grid worker's own ground; what lies outside is clamped. */
function along(row: Row): number {
  if (!row.point) return -1
  const cell = (degrees: number): number => Math.floor(degrees * 60_000) & (STEPS - 1)
  return hilbert(cell(row.point.lon), cell(row.point.lat))
}

function dayOf(row: Row, today: string, day: (at: string) => string): string {
  if (row.colour === 'red') return 'red'
  if (row.overdue) return 'late'
  if (!row.due) return 'none'
  const due = day(row.due)
  return due < today ? today : due
}

/** Groups in the order in which to look at them. `day` says on which local day an instant falls. */
export function today(rows: Row[], now: string, day: (at: string) => string): Day[] {
  const start = day(now)
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = dayOf(row, start, day)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  const rank = (key: string): string => (key === 'red' ? '0' : key === 'late' ? '1' : key === 'none' ? '9' : `2${key}`)
  const due = (row: Row): string => row.due ?? '9'
  return [...groups.entries()]
    .sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1))
    .map(([key, group]) => ({
      key,
      // Red is never walked past for the sake of the way.
      rows: group.sort((a, b) => (key === 'red' || key === 'late' ? 0 : along(a) - along(b)) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0) || (a.ref < b.ref ? -1 : 1)),
    }))
}
