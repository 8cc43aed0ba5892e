/** Dated photos of places, and how old they are in words. */
import { api, got, type Schemas } from '@/api/client'
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
  const then = new Date(`${taken}T00:00:00`)
  const today = new Date(now)
  const months = (today.getFullYear() - then.getFullYear()) * 12 + today.getMonth() - then.getMonth() - (today.getDate() < then.getDate() ? 1 : 0)
  if (months >= 36) return t('scene.age.years', { n: Math.floor(months / 12) })
  if (months >= 2) return t('scene.age.months', { n: months })
  const days = Math.floor((new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime() - then.getTime()) / 86_400_000)
  return days <= 0 ? t('scene.age.today') : t('scene.age.days', { n: days })
}

/** Posts that keep photos of their ground; the server decides. */
export function mayKeep(): boolean {
  const role = useSession().holding?.role
  return role === 'grid_worker_full' || role === 'village_admin'
}
/** A day as the field takes it, by the wall's calendar here. */
export function dayOf(at: number): string {
  const d = new Date(at)
  return `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, '0')}-${String(d.getDate()).padStart(2, '0')}`
}
