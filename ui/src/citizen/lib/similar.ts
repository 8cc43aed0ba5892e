/** Reports nearby that may be about the same thing, and "me too". */
import { headers, newKey, Problem, problemOf } from '@/api/client'

export interface SimilarCase {
  ref: string
  number: string
  matter: { code: string; name: string; name_en: string } | null
  street: string
  state: string
  state_zh: string
  reported: string
  distance_m: number
  supporters: number
}
export interface Supported { token: string; supporters: number }

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  const write = init.method !== undefined
  const response = await fetch(path, { ...init, credentials: 'same-origin', headers: { ...headers(write), ...(init.headers as Record<string, string>) } })
    .catch((thrown: unknown) => { throw thrown instanceof DOMException ? thrown : new Problem(0, {}) })
  if (!response.ok) throw await problemOf(response, response.url)
  return (await response.json()) as T
}

export async function similar(at: { lon: number; lat: number }, matter: string | undefined, text: string, signal: AbortSignal): Promise<SimilarCase[]> {
  const query = new URLSearchParams({ lon: String(at.lon), lat: String(at.lat) })
  if (matter) query.set('matter', matter)
  if (text) query.set('text', text.slice(0, 300))
  return (await ask<{ items: SimilarCase[] }>(`/api/v1/similar?${query}`, { signal })).items
}

const keys = new Map<string, string>()
/** One key per case and page, so that a lost answer does not count twice. */
export function support(ref: string): Promise<Supported> {
  const key = keys.get(ref) ?? newKey()
  keys.set(ref, key)
  return ask(`/api/v1/cases/${ref}/supporters`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'idempotency-key': key } })
}

export async function unsupport(token: string, ref?: string): Promise<{ supporters: number }> {
  const after = await ask<{ supporters: number }>(`/api/v1/supporters/${token}`, { method: 'DELETE', headers: { 'idempotency-key': newKey() } })
  if (ref) keys.delete(ref)
  return after
}
