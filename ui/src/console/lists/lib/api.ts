/** The requests of the list office, one function each. */
import { api, got, headers, Problem, problemOf } from '@/api/client'
import type * as T from './types'

type Query = Record<string, string | number | undefined>
type Answered<R> = Promise<{ data?: R; response: Response }>
/** The shared client by plain paths: language, post in use, CSRF and problems are its business. */
const by = api as unknown as {
  GET: <R>(path: string, init: { params: { query: Query } }) => Answered<R>
  POST: <R>(path: string, init: { body?: unknown; headers?: Record<string, string> }) => Answered<R>
}
function get<R>(path: string, query: Query = {}): Promise<R> {
  const said = Object.fromEntries(Object.entries(query).filter(([, v]) => v !== undefined && v !== ''))
  return got(by.GET<R>(path, { params: { query: said } }))
}
function post<R>(path: string, body: unknown, key?: string): Promise<R> {
  return got(by.POST<R>(path, { body, ...(key ? { headers: { 'idempotency-key': key } } : {}) }))
}
export interface Page<R> { items: R[]; next?: string | null }
/** Every page, one after the other. */
async function whole<R>(path: string, query: Query = {}): Promise<R[]> {
  const all: R[] = []
  let after: string | undefined
  do {
    const page = await get<Page<R>>(path, { ...query, limit: 100, after })
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return all
}

export interface Which { tier?: T.Tier; national?: T.National; at?: string }
export const matters = (at?: string): Promise<T.Matter[]> => whole('/api/v1/matters', { at })
export const versions = async (code: string): Promise<T.Matter[]> => (await get<Page<T.Matter>>(`/api/v1/matters/${code}/versions`)).items
export const entryDiff = (code: string, from: number, to: number): Promise<T.EntryDiff> => get(`/api/v1/matters/${code}/diff`, { from, to })
export const listSheet = (which: Which): Promise<T.ListSheet> => get('/api/v1/lists', { ...which })
export const listDiff = async (which: Omit<Which, 'at'>, from: string, to: string): Promise<T.ListDifference[]> => (await get<Page<T.ListDifference>>('/api/v1/lists/diff', { ...which, from, to })).items
/** The list as a workbook. */
export async function workbook(which: Which): Promise<Blob> {
  const query = new URLSearchParams(Object.entries(which).filter(([, v]) => v) as [string, string][])
  const answer = await fetch(`/api/v1/lists.xlsx?${query}`, { headers: headers(false), credentials: 'same-origin' }).catch(() => { throw new Problem(0, {}) })
  if (!answer.ok) throw await problemOf(answer, answer.url)
  return answer.blob()
}

export const proposals = (query: { state?: T.Stage | undefined; door?: T.Door | undefined; after?: string | undefined; limit?: number }): Promise<Page<T.ProposalRow>> => get('/api/v1/admissions', { ...query })
export const proposal = (ref: string): Promise<T.ProposalSheet> => get(`/api/v1/admissions/${ref}`)
export const propose = (door: T.Door, content: T.Content, key: string): Promise<T.AdmissionReceipt> => post('/api/v1/admissions', { door, content }, key)
export const act = (ref: string, version: number, action: T.AdmissionAction, key: string): Promise<T.AdmissionReceipt> => post(`/api/v1/admissions/${ref}/actions`, { version, ...action }, key)
export const weighed = (ref: string): Promise<T.BurdenOfProposal> => get(`/api/v1/admissions/${ref}/burden`)

export const price = (ask: T.PriceAsk): Promise<T.PriceSheet> => post('/api/v1/burden/price', ask)
export const burden = (unit: string, tier: T.Tier): Promise<T.BurdenSheet> => get('/api/v1/burden', { unit, tier })
export const overlaps = async (unit: string, tier: T.Tier): Promise<T.MergeProposal[]> => (await get<Page<T.MergeProposal>>('/api/v1/burden/overlaps', { unit, tier })).items
export const fields = async (): Promise<T.LedgerField[]> => (await get<Page<T.LedgerField>>('/api/v1/burden/fields')).items
export const report = async (): Promise<T.Held[]> => (await get<Page<T.Held>>('/api/v1/burden/report')).items
export const terms = async (): Promise<T.TermsVersion[]> => (await get<Page<T.TermsVersion>>('/api/v1/burden/terms')).items
export const tryTerms = (to: T.Terms): Promise<T.TermsPreview> => post('/api/v1/burden/terms/preview', { terms: to })
export const setTerms = (to: T.Terms, key: string): Promise<T.TermsVersion> => post('/api/v1/burden/terms', { terms: to }, key)
export const restoreTerms = (n: number, key: string): Promise<T.TermsVersion> => post(`/api/v1/burden/terms/${n}/restore`, {}, key)

export const trial = (it: T.TrialNew): Promise<T.TrialSheet> => post('/api/v1/trials', it)

export const offlist = (after?: string): Promise<Page<T.OfflistRow>> => get('/api/v1/offlist', { after, limit: 50 })
export const offlistOne = (ref: string): Promise<T.OfflistSheet> => get(`/api/v1/offlist/${ref}`)
export const offlistCounts = async (): Promise<T.OfflistCount[]> => (await get<Page<T.OfflistCount>>('/api/v1/offlist/counts')).items
export const offlistAct = (ref: string, version: number, action: T.OfflistAction, key: string): Promise<unknown> => post(`/api/v1/offlist/${ref}/actions`, { version, ...action }, key)
export const offlistReveal = (ref: string, reason: string): Promise<{ account: string; called: string }> => post(`/api/v1/offlist/${ref}/reveal`, { reason })

export const drafts = (after?: string): Promise<Page<T.DraftRow>> => get('/api/v1/drafts', { after, limit: 50 })
export const draft = (ref: string): Promise<T.DraftSheet> => get(`/api/v1/drafts/${ref}`)
export const openDraft = (body: { title: string; items: T.Item[]; due: string }, key: string): Promise<{ ref: string }> => post('/api/v1/drafts', body, key)
export const draftAct = (ref: string, version: number, action: T.DraftAction, key: string): Promise<{ proposal: string | null }> => post(`/api/v1/drafts/${ref}/actions`, { version, ...action }, key)
