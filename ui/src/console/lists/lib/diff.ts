/** Two readings of a field, said so that a person sees at once what is gone and what is new. */
import type { Schemas } from '@/api/client'
import { limit } from '@/console/admin/matters/matters'
import { whole, words as ruleWords } from './rule'

type Say = (key: string, named?: Record<string, unknown>) => string

/** A stretch of text: kept, gone or new. */
export interface Piece { sort: 'same' | 'gone' | 'new'; text: string }

/** Words of Latin letters and numbers stay whole; every other character stands by itself. */
const parts = (text: string): string[] => text.match(/[\p{Script=Latin}\d]+|[\s\S]/gu) ?? []
/** Longest text compared piece by piece; beyond it the whole is shown twice. */
const MOST = 600

/** What became of a text, by its longest common sequence. */
export function pieces(from: string, to: string): Piece[] {
  const [a, b] = [parts(from), parts(to)]
  const whole: Piece[] = [{ sort: 'gone', text: from }, { sort: 'new', text: to }]
  if (a.length > MOST || b.length > MOST) return whole.filter((p) => p.text)
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) for (let j = b.length - 1; j >= 0; j -= 1) table[i]![j] = a[i] === b[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  // So little in common that a mixture would only confuse.
  if (table[0]![0]! * 3 < Math.min(a.length, b.length)) return whole.filter((p) => p.text)
  const found: Piece[] = []
  const add = (sort: Piece['sort'], text: string): void => {
    const last = found.at(-1)
    if (last?.sort === sort) last.text += text
    else found.push({ sort, text })
  }
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { add('same', a[i]!); i += 1; j += 1 }
    else if (i < a.length && (j >= b.length || table[i + 1]![j]! >= table[i]![j + 1]!)) { add('gone', a[i]!); i += 1 }
    else { add('new', b[j]!); j += 1 }
  }
  return found
}

/** A limit in words. */
export function limitWords(text: string | null | undefined, t: Say): string {
  const found = text ? limit(text) : undefined
  return found ? t(`admin.span.${found.unit}`, { n: found.n }) : (text ?? t('admin.matters.noClock'))
}

/** The rule of a duty in sentences: at what, when, for how long, what days off and missed ones do. */
export function dutyWords(rule: Schemas['DutyRule'], t: Say): string[] {
  const duty = whole(rule)
  const said = [t('lists.duty.at', { object: t(`lists.object.${duty.object}`), when: ruleWords(duty.recurrence, t) })]
  if (duty.trigger) said.push(triggerWords(duty.trigger, t))
  if (duty.recurrence) said.push(duty.window > 1 ? t(duty.spread ? 'lists.duty.spread' : 'lists.duty.window', { n: duty.window }) : t('lists.duty.sameDay'), t(`lists.duty.off.${duty.on_day_off}`))
  said.push(t(`lists.duty.missed.${duty.missed}`))
  return said
}
function triggerWords(trigger: NonNullable<Schemas['DutyRule']['trigger']>, t: Say): string {
  const when = trigger.from == null ? t(`lists.trigger.${trigger.on}`) : t('lists.duty.from', { what: t(`lists.trigger.${trigger.on}`), from: `${trigger.from}${t(`lists.unit.${trigger.on}`)}` })
  return t('lists.duty.trigger', { when, reach: t(`lists.reach.${trigger.reach}`), days: trigger.days })
}

const WORDS: Record<string, string> = {
  tier: 'admin.tier', board: 'board', kind: 'admin.matterKind', level: 'level', urgency: 'admin.urgency', privacy: 'admin.privacy',
  evidence: 'admin.evidence', national: 'lists.national', cadence: 'admin.cadence',
}
/** A field's value in words. */
export function say(field: string, value: unknown, t: Say, te: (key: string) => boolean): string {
  if (value === undefined || value === null || value === '') return ''
  const key = WORDS[field]
  if (key && typeof value === 'string') return te(`${key}.${value}`) ? t(`${key}.${value}`) : value
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (field === 'duty') return dutyWords(value as Schemas['DutyRule'], t).join(t('lists.stop'))
  if (field === 'limits') return Object.entries(value as Record<string, string | null>).filter(([, v]) => v).map(([stage, v]) => `${t(`admin.stage.${stage}`)} ${limitWords(v, t)}`).join(t('admin.comma'))
  if (field === 'questions') return Object.entries((value as { properties?: Record<string, { title?: string }> }).properties ?? {}).map(([name, one]) => one.title ?? name).join(t('admin.comma'))
  if (Array.isArray(value)) return value.map(String).join(t('admin.comma'))
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
