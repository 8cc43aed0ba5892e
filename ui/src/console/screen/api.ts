/** What the screen asks the server for. Numbers are the server's exact counters; here nothing is counted. */
import { api, got, headers, problemOf, Problem, type Schemas } from '@/api/client'

export type CaseRow = Schemas['CaseRow']
export type Unit = Schemas['UnitView']
export type BoardWord = Schemas['Board']
export const BOARDS: BoardWord[] = ['DJ', 'JJ', 'MS', 'PF']

export interface Tally { open: number; overdue: number }
export interface Child extends Tally {
  code: string
  name: string
  level: Schemas['Level']
  boards: Partial<Record<BoardWord, Tally>>
  lon?: number
  lat?: number
  households?: number
}
export interface Counts {
  unit: Schemas['UnitName']
  /** The instant, and the event, that the numbers stand for. */
  as_of: string
  total: Tally
  boards: Partial<Record<BoardWord, Tally>>
  children: Child[]
}
/** The filters behind a number: what is counted and what is listed are the same question. */
export interface CaseQuery {
  unit?: string
  open?: boolean
  state?: Schemas['State']
  queue?: 'mine' | 'unit' | 'called' | 'overdue' | 'climbed'
  board?: BoardWord
  sort?: 'due' | 'newest'
  after?: string
  limit?: number
}
export interface CasePage { items: CaseRow[]; next?: string | null }

/** GET with the session's headers; throws the {@link Problem}. */
export async function ask<T>(path: string, query: object = {}): Promise<T> {
  const words = Object.entries(query).filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => [name, String(value)])
  const url = words.length ? `${path}?${new URLSearchParams(words as [string, string][])}` : path
  const answer = await fetch(url, { headers: headers(false), credentials: 'same-origin' }).catch(() => { throw new Problem(0, {}) })
  if (!answer.ok) throw await problemOf(answer, url)
  return (await answer.json()) as T
}
/** What may be said in public: `null` stands for fewer than five. */
export interface HallMatter { code: string; name_zh: string; name_en: string; count: number | null }
export interface HallGroups { total: number | null; matters: HallMatter[]; places: { code: string; name: string; count: number | null }[] }
export interface HallSheet { unit: Schemas['UnitName']; as_of: string; month: string; open: HallGroups; solved: HallGroups; less_zh: string; less_en: string }
export interface Summary {
  unit: Schemas['UnitName']; as_of: string; year: number; total: number | null
  matters: HallMatter[]; months: { month: number; count: number | null }[]; less_zh: string; less_en: string
}
export const hall = (unit: string): Promise<HallSheet> => ask('/api/v1/hall', { unit })
export const summary = (query: { unit: string; year: number }): Promise<Summary> => ask('/api/v1/summary', query)
export const counts = (unit: string): Promise<Counts> => ask('/api/v1/counts', { unit })
export const cases = (query: CaseQuery): Promise<CasePage> => ask('/api/v1/cases', query)
export const unitOf = (code: string): Promise<Unit> => got(api.GET('/api/v1/units/{code}', { params: { path: { code } } }))
