/**
 * Which role may open which page: said in words before somebody tries. The server decides (realm::access);
 * this table only keeps a person from filling in a form for nothing.
 */
import { computed, type ComputedRef } from 'vue'
import type { Schemas } from '@/api/client'
import { useSession, type Holding } from '@/lib/session'

export type Role = Schemas['Role']
export type Right = 'unit.read' | 'unit.admin' | 'grid.plan' | 'roster.keep' | 'account.read' | 'account.admin' | 'session.end' | 'holding.grant' | 'audit.read' | 'matter.publish' | 'import.run' | 'import.any'

const STAFF: readonly Role[] = ['village_admin', 'duty_officer', 'commander', 'department_handler', 'dispatcher_district', 'dispatcher_city']
const TOWN: readonly Role[] = ['town_post_officer', 'enterprise_officer', 'mediator', 'law_officer', 'legal_reviewer']

/** `all`: whoever holds any post. */
export const RIGHTS: Record<Right, readonly Role[] | 'all'> = {
  'unit.read': 'all',
  'unit.admin': ['system_admin'],
  'grid.plan': ['system_admin', 'village_admin'],
  'roster.keep': STAFF,
  'account.read': ['system_admin', 'security_admin', ...STAFF, ...TOWN],
  'account.admin': ['system_admin'],
  'session.end': ['system_admin', 'security_admin'],
  'holding.grant': ['security_admin'],
  'audit.read': ['auditor'],
  'matter.publish': ['list_officer'],
  'import.run': ['system_admin'],
  /** Any of the tables: posts of people are the security administrator's, matters also the list officer's. */
  'import.any': ['system_admin', 'security_admin', 'list_officer'],
}

export function mayRole(role: Role | undefined, right: Right): boolean {
  const roles = RIGHTS[right]
  return role !== undefined && (roles === 'all' || roles.includes(role))
}

/** The first of my posts that carries the right. */
export function betterPost(holdings: readonly Holding[], right: Right): Holding | undefined {
  return holdings.find((h) => mayRole(h.role, right))
}

/** Whether the post in use carries a right. */
export function useMay(right: Right): ComputedRef<boolean> {
  const session = useSession()
  return computed(() => mayRole(session.holding?.role, right))
}
