/** The pages of administration, by what one looks after, with the right that each begins with. */
import type { Right, Role } from './shared/rights'

export interface MenuPage { name: string; right: Right }
export const MENU: readonly { name: string; pages: readonly MenuPage[] }[] = [
  { name: 'places', pages: [{ name: 'units', right: 'unit.read' }, { name: 'grids', right: 'unit.read' }] },
  { name: 'people', pages: [{ name: 'accounts', right: 'account.read' }, { name: 'why', right: 'audit.read' }] },
  { name: 'rules', pages: [{ name: 'matters', right: 'unit.read' }, { name: 'calendar', right: 'unit.read' }, { name: 'precedents', right: 'unit.read' }] },
  { name: 'data', pages: [{ name: 'imports', right: 'import.any' }, { name: 'audit', right: 'audit.read' }] },
]

/** Where somebody of a role begins: with what only this role does. */
export function firstPage(role: Role | undefined): string {
  if (role === 'security_admin') return 'accounts'
  if (role === 'list_officer') return 'matters'
  if (role === 'auditor') return 'audit'
  return 'units'
}
