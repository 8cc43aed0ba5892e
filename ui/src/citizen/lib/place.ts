/** Where it is: by the phone, by the map, by a picture, or by a name. */
import { api, got, type Schemas } from '@/api/client'
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

export type Named = Schemas['PlaceView']

/** Towns and communities by name. */
export async function search(words: string, signal: AbortSignal): Promise<Named[]> {
  return got(api.GET('/api/v1/places/search', { params: { query: { q: words, limit: 20 } }, signal }))
}
