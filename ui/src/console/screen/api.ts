/** What the screen asks the server for. Numbers are the server's exact counters; here nothing is counted. */
import { api, got, type Schemas } from '@/api/client'

export type CaseRow = Schemas['CaseRow']
export type Unit = Schemas['UnitView']
export type BoardWord = Schemas['Board']
export const BOARDS: BoardWord[] = ['DJ', 'JJ', 'MS', 'PF']

export type Tally = Schemas['Count']
type ByBoard = Partial<Record<BoardWord, Tally>>
export type Child = Omit<Schemas['ChildCount'], 'boards'> & { boards: ByBoard }
/** With the instant and the events that the numbers stand for. */
export type Counts = Omit<Schemas['CountSheet'], 'boards' | 'children'> & { boards: ByBoard; children: Child[] }
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

/** What may be said in public: `null` stands for fewer than five. */
export type HallSheet = Schemas['HallSheet']
export type HallGroups = Schemas['HallGroups']
export const hall = (unit: string): Promise<HallSheet> => got(api.GET('/api/v1/hall', { params: { query: { unit } } }))
export const summary = (query: { unit: string; year: number }): Promise<Schemas['SummarySheet']> => got(api.GET('/api/v1/summary', { params: { query } }))
export const counts = async (unit: string): Promise<Counts> => (await got(api.GET('/api/v1/counts', { params: { query: { unit } } }))) as Counts
export const cases = (query: CaseQuery): Promise<CasePage> => got(api.GET('/api/v1/cases', { params: { query } }))
export const unitOf = (code: string): Promise<Unit> => got(api.GET('/api/v1/units/{code}', { params: { path: { code } } }))
