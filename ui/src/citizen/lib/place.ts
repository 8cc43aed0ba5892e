/** Where it is: by the phone, by the map, by a picture, or by a name. */
import { api, got, Problem, type Schemas } from '@/api/client'
import type { Spot } from './draft'

type Located = Schemas['LocatedView']

export async function locate(lon: number, lat: number): Promise<Located> {
  return got(api.GET('/api/v1/places/locate', { params: { query: { lon, lat } } }))
}

export function spotOf(found: Located, from: Spot['from'], exact = true): Spot {
  return {
    from, exact, lon: found.lon, lat: found.lat, grid: found.grid.code, district: found.district,
    title: found.title, outside: found.inside ? 0 : Math.round(found.distance_m),
  }
}

export type PositionWrong = 'denied' | 'unavailable' | 'timeout'
export class PositionError extends Error {
  constructor(readonly why: PositionWrong) { super(why); this.name = 'PositionError' }
}

/** The phone's own position. Asks the person for permission when it has to. */
export function position(): Promise<{ lon: number; lat: number; accuracy: number }> {
  return new Promise((done, fail) => {
    if (!('geolocation' in navigator)) return fail(new PositionError('unavailable'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lon: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy }),
      (why) => fail(new PositionError(why.code === 1 ? 'denied' : why.code === 3 ? 'timeout' : 'unavailable')),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  })
}

/** Whether the phone may be asked without a question popping up. */
export async function positionGranted(): Promise<boolean> {
  const state = await navigator.permissions?.query({ name: 'geolocation' }).catch(() => undefined)
  return state?.state === 'granted'
}

export interface Named { code: string; title: string; lon: number; lat: number; exact: boolean }

/**
 * Places by name: communities, and buildings where the server knows them. Answers undefined where the server does
 * not search for strangers: then the map is the way.
 */
export async function search(words: string, signal: AbortSignal): Promise<Named[] | undefined> {
  try {
    const found = await got(api.GET('/api/v1/units', { params: { query: { q: words, limit: 8 } }, signal }))
    return found.flatMap((u) => (u.lon != null && u.lat != null && u.level !== 'city' ? [{ code: u.code, title: u.title, lon: u.lon, lat: u.lat, exact: false }] : []))
  } catch (thrown) {
    if (thrown instanceof Problem && (thrown.status === 401 || thrown.status === 404)) return undefined
    throw thrown
  }
}
