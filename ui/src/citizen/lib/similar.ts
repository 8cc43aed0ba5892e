/** Reports nearby that may be about the same thing, and "me too". */
import { api, got, newKey, type Schemas } from '@/api/client'

export type SimilarCase = Schemas['SimilarCase']

export async function similar(at: { lon: number; lat: number }, matter: string | undefined, text: string, signal: AbortSignal): Promise<SimilarCase[]> {
  const query = { ...at, ...(matter ? { matter } : {}), ...(text ? { text: text.slice(0, 300) } : {}) }
  return (await got(api.GET('/api/v1/similar', { params: { query }, signal }))).items
}

const keys = new Map<string, string>()
/** One key per case and page, so that a lost answer does not count twice. */
export function support(ref: string): Promise<Schemas['Supported']> {
  const key = keys.get(ref) ?? newKey()
  keys.set(ref, key)
  return got(api.POST('/api/v1/cases/{ref}/supporters', { params: { path: { ref } }, body: {}, headers: { 'idempotency-key': key } }))
}

/** Takes it back; afterwards it may be said anew. */
export async function unsupport(token: string, ref?: string): Promise<Schemas['Supporters']> {
  const after = await got(api.DELETE('/api/v1/supporters/{token}', { params: { path: { token } } }))
  if (ref) keys.delete(ref)
  return after
}
