/** Buildings as the server gives them: people only as counts of five and more, no names. */
import { api, got, type Schemas } from '@/api/client'

export type Building = Schemas['BuildingView']
export type BuildingSheet = Schemas['BuildingSheet']
export interface BuildingQuery { grid?: string; village?: string; q?: string; after?: string; limit?: number }
export const buildings = (query: BuildingQuery): Promise<Schemas['Page_BuildingView']> => got(api.GET('/api/v1/buildings', { params: { query } }))
export const building = (ref: string): Promise<BuildingSheet> => got(api.GET('/api/v1/buildings/{ref}', { params: { path: { ref } } }))
