/** Routing rules as the list office reads and writes them. */
import type { Schemas } from '@/api/client'

export type Rule = Schemas['RoutingRule']
export type Version = Schemas['RoutingVersion']
type Entry = Pick<Schemas['Matter'], 'code' | 'board' | 'tier' | 'lead_post' | 'assist_posts' | 'lead_department' | 'assist_departments'>

/** The version that counts at a moment, of those that came newest first. */
export const standing = (all: Version[], at: number): Version | undefined => all.find((v) => !v.from || Date.parse(v.from) <= at)

/** Whom a matter names: a rule offers one of these first and nobody else. */
export const postsOf = (m: Entry): string[] => [m.lead_post, ...(m.assist_posts ?? [])]
export const departmentsOf = (m: Entry): string[] => [...(m.lead_department ? [m.lead_department] : []), ...(m.assist_departments ?? [])]

/** Matters of which a case may be offered otherwise by what changes. */
export function concerned<M extends Entry>(changes: Schemas['RoutingChange'][], matters: M[]): M[] {
  const rules = changes.flatMap((one) => [one.before, one.after]).filter((one) => one !== undefined && one !== null)
  const touches = (rule: Rule, m: Entry): boolean =>
    (!rule.matter || rule.matter === m.code) && (!rule.board || rule.board === m.board) && (!rule.tier || rule.tier === m.tier) &&
    (rule.post ? postsOf(m).includes(rule.post) : departmentsOf(m).includes(rule.department ?? ''))
  return matters.filter((m) => rules.some((rule) => touches(rule, m)))
}

/** What became of a rule of a draft against what counts newest. */
export type Mark = 'added' | 'changed' | 'same'
export function mark(rule: Rule, before: Rule[]): Mark {
  const old = before.find((one) => one.code === rule.code)
  if (!old) return 'added'
  return JSON.stringify(tidy(old)) === JSON.stringify(tidy(rule)) ? 'same' : 'changed'
}
const FIELDS = ['code', 'matter', 'board', 'tier', 'unit', 'hours', 'from', 'through', 'post', 'department', 'note'] as const
/** Without what is not said, in one order. */
export function tidy(rule: Rule): Rule {
  return Object.fromEntries(FIELDS.filter((field) => rule[field]).map((field) => [field, rule[field]])) as unknown as Rule
}
/** The next free code, … */
export function freeCode(...sets: Rule[][]): string {
  const taken = new Set(sets.flat().map((rule) => rule.code))
  for (let n = 1; ; n += 1) if (!taken.has(`R-${n}`)) return `R-${n}`
}
