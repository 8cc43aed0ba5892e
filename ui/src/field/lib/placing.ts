/** Where a report is: by the phone, else by what its reporter knows. Never a reason not to report. */
import { ref, type Ref } from 'vue'
import { api, got, Problem } from '@/api/client'
import type { Place, Point } from './db'
import { gridAt, position, type GridShape, type NoFix } from './ground'

interface Unit { code: string; title: string; district: string }
export interface Known { shapes: GridShape[]; grids: Unit[] }

export function placeOfGrid(unit: Unit): Place {
  return { grid: unit.code, district: unit.district, title: unit.title, words: '', by: 'grid' }
}

/** The name of the grid at a point: from the outlines on the phone, else from the server. */
export async function titleAt(point: Point, known: Known): Promise<string | undefined> {
  const here = gridAt(point, known.shapes)
  if (here) return here.title
  try {
    return (await got(api.GET('/api/v1/places/locate', { params: { query: { lon: point.lon, lat: point.lat } } }))).title
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return undefined
  }
}

export function usePlacing(place: Ref<Place | undefined>, known: () => Known): { status: Ref<'idle' | 'locating' | 'done' | NoFix>; locate(): Promise<void>; choose(next: Place): Promise<void> } {
  const status = ref<'idle' | 'locating' | 'done' | NoFix>('idle')
  let turn = 0
  async function name(point: Point): Promise<void> {
    const title = await titleAt(point, known())
    const now = place.value
    if (title && now?.point?.lon === point.lon && now.point.lat === point.lat) place.value = { ...now, title }
  }
  async function locate(): Promise<void> {
    const mine = ++turn
    status.value = 'locating'
    const found = await position()
    if (mine !== turn) return
    if (typeof found === 'string') {
      status.value = found
      // Somebody with one grid stands in it, most likely: the report can go at once.
      const only = known().grids.length === 1 ? known().grids[0] : undefined
      if (!place.value && only) place.value = placeOfGrid(only)
      return
    }
    status.value = 'done'
    const next: Place = { point: found.point, accuracy: found.accuracy, words: place.value?.words ?? '', by: 'phone' }
    place.value = next
    await name(found.point)
  }
  async function choose(next: Place): Promise<void> {
    turn += 1
    status.value = 'done'
    place.value = { ...next, words: next.words || place.value?.words || '' }
    if (next.point && !next.title) await name(next.point)
  }
  return { status, locate, choose }
}
