/** Dated photos of places, and how old they are in words. */
import { api, got, type Schemas } from '@/api/client'
import { dayOf } from '@/lib/day'
import { useSession } from '@/lib/session'

export type PlacePhoto = Schemas['PhotoView']
/** Of which place: a building, a point, or a spot of the ground. */
export interface Of { name: string; lon: number; lat: number; building?: string; point?: string }
type Say = (key: string, named?: Record<string, unknown>) => string

/** A small box around a point: its photos lie on it. */
function around({ lon, lat }: Of): string {
  const d = 0.0004
  return [lon - d, lat - d, lon + d, lat + d].map((v) => v.toFixed(6)).join(',')
}
export const photosOf = (of: Of): Promise<PlacePhoto[]> => got(api.GET('/api/v1/photos', { params: { query: of.building ? { building: of.building } : { bbox: around(of), ...(of.point ? { point: of.point } : {}) } } }))
export const pictureOf = (photo: PlacePhoto): string => `/api/v1/photos/${photo.ref}/picture`

/** `今天`, `3天前`, `14个月前`, `3年前`: months from two on, years from three on. */
export function age(taken: string, now: number, t: Say): string {
  const today = dayOf(now)
  const [then, here] = [taken, today].map((day) => day.split('-').map(Number) as [number, number, number])
  const months = (here[0] - then[0]) * 12 + here[1] - then[1] - (here[2] < then[2] ? 1 : 0)
  if (months >= 36) return t('scene.age.years', { n: Math.floor(months / 12) })
  if (months >= 2) return t('scene.age.months', { n: months })
  const days = (Date.parse(today) - Date.parse(taken)) / 86_400_000
  return days <= 0 ? t('scene.age.today') : t('scene.age.days', { n: days })
}

/** Posts that keep photos of their ground; the server decides. */
export function mayKeep(): boolean {
  const role = useSession().holding?.role
  return role === 'grid_worker_full' || role === 'village_admin'
}
