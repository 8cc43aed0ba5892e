/** The requests of the list office, one function each. */
import { api, got, headers, Problem, problemOf, type Schemas } from '@/api/client'

const header = (key: string) => ({ 'Idempotency-Key': key })
interface Page<R> { items: R[]; next?: string | null }
/** Every page, one after the other. */
async function whole<R>(ask: (after: string | undefined) => Promise<Page<R>>): Promise<R[]> {
  const all: R[] = []
  let after: string | undefined
  do {
    const page = await ask(after)
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return all
}

export interface Which { tier?: Schemas['Tier'] | undefined; national?: Schemas['National'] | undefined; at?: string | undefined }
export const matters = (at?: string) => whole((after) => got(api.GET('/api/v1/matters', { params: { query: { at, after, limit: 100 } } })))
export const versions = async (code: string) => (await got(api.GET('/api/v1/matters/{code}/versions', { params: { path: { code } } }))).items
export const entryDiff = (code: string, from: number, to: number) => got(api.GET('/api/v1/matters/{code}/diff', { params: { path: { code }, query: { from, to } } }))
export const listSheet = (query: Which) => got(api.GET('/api/v1/lists', { params: { query } }))
export const listDiff = async (which: Omit<Which, 'at'>, from: string, to: string) => (await got(api.GET('/api/v1/lists/diff', { params: { query: { ...which, from, to } } }))).items
/** The list as a workbook. */
export async function workbook(which: Which): Promise<Blob> {
  const query = new URLSearchParams(Object.entries(which).filter(([, v]) => v) as [string, string][])
  const answer = await fetch(`/api/v1/lists.xlsx?${query}`, { headers: headers(false), credentials: 'same-origin' }).catch(() => { throw new Problem(0, {}) })
  if (!answer.ok) throw await problemOf(answer, answer.url)
  return answer.blob()
}

export const proposals = (query: { state?: Schemas['AdmissionState'] | undefined; after?: string | undefined; limit: number }) => got(api.GET('/api/v1/admissions', { params: { query } }))
export const proposal = (ref: string) => got(api.GET('/api/v1/admissions/{ref}', { params: { path: { ref } } }))
export const propose = (door: Schemas['Door'], content: Schemas['ProposalContent'], key: string) => got(api.POST('/api/v1/admissions', { params: { header: header(key) }, body: { door, content } }))
export const act = (ref: string, version: number, action: Schemas['AdmissionAction'], key: string) => got(api.POST('/api/v1/admissions/{ref}/actions', { params: { path: { ref }, header: header(key) }, body: { ...action, version } }))
export const weighed = (ref: string) => got(api.GET('/api/v1/admissions/{ref}/burden', { params: { path: { ref } } }))

export const price = (body: Schemas['PriceAsk']) => got(api.POST('/api/v1/burden/price', { body }))
export const burden = (unit: string, tier: Schemas['Tier']) => got(api.GET('/api/v1/burden', { params: { query: { unit, tier } } }))
export const overlaps = async (unit: string, tier: Schemas['Tier']) => (await got(api.GET('/api/v1/burden/overlaps', { params: { query: { unit, tier } } }))).items
export const fields = async () => (await got(api.GET('/api/v1/burden/fields'))).items
export const report = async () => (await got(api.GET('/api/v1/burden/report'))).items
export const terms = async () => (await got(api.GET('/api/v1/burden/terms'))).items
export const tryTerms = (body: Schemas['BurdenTermsNew']) => got(api.POST('/api/v1/burden/terms/preview', { body }))
export const setTerms = (body: Schemas['BurdenTermsNew'], key: string) => got(api.POST('/api/v1/burden/terms', { params: { header: header(key) }, body }))
export const restoreTerms = (n: number, key: string) => got(api.POST('/api/v1/burden/terms/{n}/restore', { params: { path: { n }, header: header(key) } }))

/** Every version of the routing rules, newest first. */
export const routing = async () => (await got(api.GET('/api/v1/routing'))).items
export const previewRouting = (body: Schemas['RoutingNew']) => got(api.POST('/api/v1/routing/preview', { body }))
export const publishRouting = (body: Schemas['RoutingNew'], key: string) => got(api.POST('/api/v1/routing', { params: { header: header(key) }, body }))
export const restoreRouting = (n: number, reason: string, key: string) => got(api.POST('/api/v1/routing/{n}/restore', { params: { path: { n }, header: header(key) }, body: { reason } }))

export const trial = (body: Schemas['TrialNew']) => got(api.POST('/api/v1/trials', { body }))

export const offlist = (after?: string) => got(api.GET('/api/v1/offlist', { params: { query: { after, limit: 50 } } }))
export const offlistOne = (ref: string) => got(api.GET('/api/v1/offlist/{ref}', { params: { path: { ref } } }))
export const offlistCounts = async () => (await got(api.GET('/api/v1/offlist/counts'))).items
export const offlistAct = (ref: string, version: number, action: Schemas['OfflistAction'], key: string) => got(api.POST('/api/v1/offlist/{ref}/actions', { params: { path: { ref }, header: header(key) }, body: { ...action, version } }))
export const offlistReveal = (ref: string, reason: string) => got(api.POST('/api/v1/offlist/{ref}/reveal', { params: { path: { ref } }, body: { reason } }))

export const drafts = (after?: string) => got(api.GET('/api/v1/drafts', { params: { query: { after, limit: 50 } } }))
export const draft = (ref: string) => got(api.GET('/api/v1/drafts/{ref}', { params: { path: { ref } } }))
export const openDraft = (body: Schemas['DraftNew'], key: string) => got(api.POST('/api/v1/drafts', { params: { header: header(key) }, body }))
export const draftAct = (ref: string, version: number, action: Schemas['DraftAction'], key: string) => got(api.POST('/api/v1/drafts/{ref}/actions', { params: { path: { ref }, header: header(key) }, body: { ...action, version } }))
