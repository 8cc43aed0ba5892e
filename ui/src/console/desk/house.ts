/** A department with its sections (科室): who can pass work on to whom inside it. */
import { api, got } from '@/api/client'
import type { Unit } from './words'

/** The department that `code` is or belongs to, first, then its sections; nothing for any other unit. */
export async function houseOf(code: string): Promise<Unit[]> {
  const unit = await got(api.GET('/api/v1/units/{code}', { params: { path: { code } } }))
  if (unit.kind !== 'department' && unit.kind !== 'section') return []
  const parent = unit.path.at(-1)
  const whole = unit.kind === 'section' && parent ? await got(api.GET('/api/v1/units/{code}', { params: { path: { code: parent.code } } })) : unit
  const below = await got(api.GET('/api/v1/units/{code}/children', { params: { path: { code: whole.code } } }))
  return [whole, ...below.filter((u) => u.kind === 'section' && !u.valid_to)]
}

/** Kinds of unit that are bodies, not places. */
export const BODIES = ['department', 'section', 'team']
/** The place that a unit works in: of a department, its section or a team the one they belong to. */
export function placeOf(unit: Unit): string | undefined {
  if (!BODIES.includes(unit.kind)) return unit.code
  return unit.path.at(unit.kind === 'section' ? -2 : -1)?.code
}
