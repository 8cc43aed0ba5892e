/** What the page of duties asks the server for, and the order in which places are told. */
import { api, got, type Schemas } from '@/api/client'
import { isOpen } from '@/lib/duties'

export type DutyDay = Schemas['DutyDay']
export type DutyStop = Schemas['DutyStop']
export type Coverage = Schemas['Coverage']
export type CoverageRow = Schemas['CoverageRow']
export type ObjectRow = Schemas['ObjectRow']
export type TriggerView = Schemas['TriggerView']
export type Kind = Schemas['ObjectKind']
export type Cause = Schemas['TriggerKind']
export const KINDS: Kind[] = ['elder', 'child', 'household', 'building', 'fire_lane', 'shop', 'firm', 'school', 'site', 'river', 'slope', 'charging']
export const CAUSES: Cause[] = ['heat', 'rain', 'river', 'fraud', 'wind']
/** Unit of what is measured; a fraud warning has none. */
export const MEASURES: Partial<Record<Cause, string>> = { heat: '°C', rain: 'mm', river: 'm', wind: 'Bft' }

export const dayOf = (grid: string): Promise<DutyDay> => got(api.GET('/api/v1/duties', { params: { query: { grid } } }))
export const coverage = (query: { unit: string; days: number }): Promise<Coverage> => got(api.GET('/api/v1/duties/coverage', { params: { query } }))
export const triggers = (unit: string): Promise<TriggerView[]> => got(api.GET('/api/v1/duties/triggers', { params: { query: { unit } } }))
export const objects = (village: string, after?: string): Promise<Schemas['Page_ObjectRow']> => got(api.GET('/api/v1/duties/objects', { params: { query: { village, limit: 50, ...(after ? { after } : {}) } } }))

/** Stops where something is still to be done, in the order of the walk. */
export function toSee(day: DutyDay): DutyStop[] {
  return day.stops.map((stop) => ({ ...stop, duties: stop.duties.filter((row) => isOpen(row.state)) })).filter((stop) => stop.duties.length > 0)
}

/** What fell behind of a matter at a place: its days went by and it was not made up for. */
export function behind(rows: CoverageRow[]): CoverageRow[] {
  return rows.filter((row) => row.missed > 0 || row.fell > 0)
}
/** By matter, in the order in which the server tells them; places below in map order, never one against the other. */
export function byMatter(rows: CoverageRow[]): { matter: string; name_zh: string; name_en: string; rows: CoverageRow[] }[] {
  const found = new Map<string, { matter: string; name_zh: string; name_en: string; rows: CoverageRow[] }>()
  for (const row of rows) {
    const group = found.get(row.matter)
    if (group) group.rows.push(row)
    else found.set(row.matter, { matter: row.matter, name_zh: row.name_zh, name_en: row.name_en, rows: [row] })
  }
  return [...found.values()].map((group) => ({ ...group, rows: group.rows.sort((a, b) => (a.place < b.place ? -1 : 1)) }))
}
