/** Kinds of entries, put into the questions an auditor asks. */
import type { Schemas } from '@/api/client'

type Kind = Schemas['Kind']
export const GROUPS = {
  all: [],
  looked: ['data.revealed', 'data.exported', 'data.erased', 'right.explained'],
  posts: ['account.created', 'account.closed', 'holding.granted', 'holding.ended', 'cover.asked', 'cover.answered', 'cover.ended'],
  sessions: ['session.opened', 'session.failed', 'session.closed', 'password.changed'],
  tables: ['table.imported', 'edition.activated'],
} as const satisfies Record<string, readonly string[]>
export type Group = keyof typeof GROUPS

export function inGroup(kind: Kind, group: Group): boolean {
  return group === 'all' || (GROUPS[group] as readonly string[]).includes(kind)
}

/** The facts of an entry as pairs; what is nested is shown as it is kept. */
export function facts(found: unknown): [string, string][] {
  if (typeof found !== 'object' || found === null) return []
  return Object.entries(found).filter(([, value]) => value !== null && value !== '').map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)])
}

/** A reference short enough for a table: where it is at home, and how it ends. */
export function shortRef(ref: string): string {
  const dot = ref.indexOf('.')
  return dot > 0 && ref.length > dot + 14 ? `${ref.slice(0, dot)}…${ref.slice(-6)}` : ref
}
