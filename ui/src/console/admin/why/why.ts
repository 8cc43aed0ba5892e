/** What to do about a no: follows from which of the checks failed. */
import type { Schemas } from '@/api/client'

export type Advice = 'closed' | 'post' | 'verb' | 'compartment' | 'relation'

export function advice(answer: Pick<Schemas['Why'], 'may' | 'checks'>): Advice[] {
  if (answer.may) return []
  const of = (scope: string) => answer.checks.filter((c) => c.scope === scope)
  const failed = (scope: string): boolean => of(scope).length > 0 && of(scope).every((c) => !c.holds)
  if (failed('account')) return ['closed']
  if (failed('post')) return ['post']
  if (failed('verb')) return ['verb']
  const relations = answer.checks.filter((c) => !['account', 'post', 'verb', 'compartment'].includes(c.scope))
  if (relations.some((c) => c.holds)) return failed('compartment') ? ['compartment'] : []
  return relations.length ? ['relation'] : []
}
