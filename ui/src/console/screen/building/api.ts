/** Buildings as the server gives them: people only as counts of five and more, no names. */
import { ask, type CaseRow } from '../api'

export interface Building {
  ref: string
  name: string
  address: string
  village: string
  grid: string
  lon: number
  lat: number
  storeys: number
  entrances: number
  units_per_storey: number
  households?: number | null
  /** `null`: fewer than five. */
  people?: number | null
  vacancies: number
  lifts: number
  charging_places: number
  hazards: string[]
  /** Work that is open there. */
  open?: number
}
export interface BuildingSheet extends Building { cases: CaseRow[] }
export interface BuildingPage { items: Building[]; next?: string | null }

export interface BuildingQuery { grid?: string; village?: string; q?: string; after?: string; limit?: number }
export const buildings = (query: BuildingQuery): Promise<BuildingPage> => ask('/api/v1/buildings', query)
export const building = (ref: string): Promise<BuildingSheet> => ask(`/api/v1/buildings/${encodeURIComponent(ref)}`)
