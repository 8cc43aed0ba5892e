/** Which post may begin what, so that nobody fills in a form for nothing. The server decides (realm::access). */
import type { Schemas } from '@/api/client'

type Role = Schemas['Role'] | undefined
const has = (all: readonly string[], role: Role): boolean => role !== undefined && all.includes(role)

export const keepsLists = (role: Role): boolean => role === 'list_officer'
export const seesOfflist = keepsLists
export const triesRules = (role: Role): boolean => has(['list_officer', 'duty_officer', 'commander', 'dispatcher_district', 'dispatcher_city'], role)
/** Reads planned burden (`stats.read`). */
export const seesBurden = (role: Role): boolean => has(['list_officer', 'village_admin', 'town_post_officer', 'duty_officer', 'commander', 'dispatcher_district', 'dispatcher_city'], role)
export const prices = (role: Role): boolean => seesBurden(role) || role === 'department_handler'
export const proposes = prices

/** Through which door a post comes: from above, from below, or both for the list office. */
export function doors(role: Role, level: Schemas['Level'] | undefined): Schemas['Door'][] {
  if (!proposes(role)) return []
  if (role === 'list_officer') return ['charge', 'adjust']
  return level === 'town' || level === 'village' || level === 'grid' ? ['adjust'] : ['charge']
}
/** What the law offers on a proposal, in the order in which it is decided. */
export const ORDER = ['submit', 'amend', 'weigh', 'review', 'approve', 'reply', 'object', 'send_back', 'refuse', 'recall'] as const
