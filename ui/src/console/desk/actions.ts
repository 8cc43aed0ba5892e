/**
 * Every kind of action and the form it needs. The types follow the server's union: a kind of action, or a field of
 * one, that is missing here does not compile. Which of them are offered is the server's word alone (`allowed`).
 */
import type { Of, Sheet, State, Word } from './words'

/** What a field is filled in with. */
export type Kind =
  | 'line' | 'note' | 'yes' | 'no_yes' | 'matter' | 'seat' | 'own_seat' | 'any_seat' | 'unit' | 'link' | 'seats' | 'units'
  | 'files' | 'open_call' | 'done_call' | 'ended_call' | 'graded_call' | 'grade' | 'ask' | 'request' | 'dispute' | 'when' | 'case'
/** A field, or `null`: not asked here (the server's default stands). */
export interface Field { kind: Kind; optional?: boolean }
type Fields<K extends Word> = { [F in Exclude<keyof Of<K>, 'action'>]-?: Field | null }

export interface Form<K extends Word = Word> {
  /** Groups the buttons; `go` moves the case on and may be the primary one. */
  group: 'go' | 'call' | 'ask' | 'talk' | 'end'
  /** In which stages it is what the case waits for. */
  due?: State[]
  /** Disturbs nobody: taken on whatever version stands. */
  free?: boolean
  /** The key that opens it. */
  key?: string
  fields: Fields<K>
}
const note: Field = { kind: 'note' }
const spare: Field = { kind: 'note', optional: true }
const files: Field = { kind: 'files', optional: true }

/** `null`: taken by the clock or the server alone, never by a person. */
export const FORMS: { [K in Word]: Form<K> | null } = {
  verify: { group: 'go', due: ['reported'], key: 'v', fields: { found: { kind: 'yes' }, note } },
  file: { group: 'go', due: ['reported', 'verified'], key: 'f', fields: { matter: { kind: 'matter' }, answers: null } },
  dispatch: { group: 'go', due: ['filed', 'returned'], key: 'd', fields: { to: { kind: 'seat' }, note: spare } },
  accept: { group: 'go', due: ['dispatched'], key: 'a', fields: {} },
  finish: { group: 'go', due: ['in_progress'], key: 'e', fields: { note, files } },
  check: { group: 'go', due: ['checking'], key: 'c', fields: { passed: { kind: 'yes' }, note: spare, files } },
  close: { group: 'go', due: ['checked'], key: 'z', fields: { note } },
  arrive: { group: 'go', due: ['filed', 'dispatched', 'returned', 'in_progress'], free: true, key: 'b', fields: { point: null } },
  contribute: { group: 'go', free: true, fields: { note } },
  resume: { group: 'go', due: ['suspended'], fields: {} },
  decide: { group: 'go', fields: { request: { kind: 'request' }, grant: { kind: 'yes' }, note: spare } },
  rule: { group: 'go', fields: { request: { kind: 'dispute' }, to: { kind: 'any_seat' }, reason: note } },
  resolve: { group: 'go', fields: { matter: { kind: 'matter', optional: true }, note, files } },
  return: { group: 'go', key: 'r', fields: { reason: note } },
  transfer: { group: 'go', key: 't', fields: { to: { kind: 'own_seat' }, reason: note } },
  whistle: { group: 'call', key: 'w', fields: { units: { kind: 'units' }, note } },
  invite: { group: 'call', key: 'i', fields: { seats: { kind: 'seats' }, note } },
  release: { group: 'call', fields: { call: { kind: 'open_call' }, note: spare } },
  veto: { group: 'call', fields: { call: { kind: 'done_call' }, reason: note } },
  appraise: { group: 'call', fields: { call: { kind: 'ended_call' }, grade: { kind: 'grade' }, note: spare } },
  object: { group: 'call', fields: { call: { kind: 'graded_call' }, reason: note } },
  split: { group: 'call', fields: { matter: { kind: 'matter' }, text: note } },
  refer: { group: 'call', fields: { to: { kind: 'unit' }, matter: { kind: 'matter', optional: true }, text: note } },
  recall: { group: 'call', fields: { link: { kind: 'link' }, reason: note } },
  ask: { group: 'ask', fields: { kind: { kind: 'ask' }, reason: note, until: { kind: 'when' } } },
  urge: { group: 'ask', free: true, key: 'u', fields: { note } },
  supervise: { group: 'ask', fields: { note, due: { kind: 'when' } } },
  lift: { group: 'ask', fields: { reason: note } },
  add: { group: 'talk', free: true, fields: { text: note, files } },
  message: { group: 'talk', free: true, key: 'l', fields: { text: note } },
  correct: { group: 'talk', fields: { text: note } },
  disclose: { group: 'talk', free: true, fields: { allow: { kind: 'yes' } } },
  rate: { group: 'talk', fields: { satisfied: { kind: 'yes' }, note: spare } },
  reject: { group: 'end', fields: { reason: note } },
  merge: { group: 'end', key: 'g', fields: { into: { kind: 'case' } } },
  unmerge: { group: 'end', fields: { reason: note } },
  reopen: { group: 'end', fields: { reason: note } },
  withdraw: { group: 'end', fields: { reason: spare } },
  answered: null,
  recalled: null,
  joined: null,
  parted: null,
  not_joined: null,
  head_ended: null,
  remind: null,
  overdue: null,
  rearm: null,
}

const WORDS = Object.keys(FORMS) as Word[]
export function isWord(word: string): word is Word { return word in FORMS }

/** The actions offered, in the order of this table: what the case waits for comes first. */
export function offered(sheet: Pick<Sheet, 'allowed' | 'state'>): { word: Word; form: Form; primary: boolean }[] {
  const open = WORDS.filter((word) => FORMS[word] !== null && sheet.allowed.includes(word))
  const wanted = open.find((word) => FORMS[word]?.due?.includes(sheet.state))
  const sorted = wanted ? [wanted, ...open.filter((word) => word !== wanted)] : open
  return sorted.map((word) => ({ word, form: FORMS[word] as Form, primary: word === wanted }))
}

/** What has been typed into a form, by field. */
export type Values = Record<string, unknown>

/** The fields of a form in the order of its table, without those that are not asked. */
export function fieldsOf(word: Word): [string, Field][] {
  return Object.entries(FORMS[word]?.fields ?? {}).filter((pair): pair is [string, Field] => pair[1] !== null)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
}

/** Fields that still want something. A date is not asked for a dispute; a reason is wanted for a "no". */
export function missing(word: Word, values: Values): string[] {
  const no = values.found === false || values.passed === false
  return fieldsOf(word).filter(([name, field]) => {
    if (word === 'ask' && name === 'until' && values.kind === 'dispute') return false
    return isEmpty(values[name]) && (!field.optional || (no && name === 'note'))
  }).map(([name]) => name)
}

/** The action as it is sent. Empty optional fields are left out. */
export function build(word: Word, values: Values): Of<Word> {
  const said = fieldsOf(word)
    .filter(([name]) => !isEmpty(values[name]) && !(word === 'ask' && name === 'until' && values.kind === 'dispute'))
    .map(([name]) => [name, typeof values[name] === 'string' ? (values[name] as string).trim() : values[name]])
  // `missing` has seen to the fields that are wanted; the table above to their names and kinds.
  return { action: word, ...Object.fromEntries(said) } as Of<Word>
}
