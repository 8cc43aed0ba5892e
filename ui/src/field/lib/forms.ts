/** Which few fields an action needs on a phone, and the body they make. What is not here is done at the desk. */
import type { Schemas } from '@/api/client'
import type { Act, Point } from './db'
import type { Word } from './expect'

type Sheet = Schemas['CaseSheet']
type Seat = Schemas['Seat']

export interface Form {
  /** Yes or no, by keys of `field.act`. */
  choice?: [yes: string, no: string]
  /** Key of the text's label under `field.act`; `optional`: may stay empty. */
  text?: { label: string; optional?: boolean; prefill?: string }
  /** Pictures go with the action (`with`) or in a step after it (`after`), because it takes none. */
  photos?: 'with' | 'after'
  /** Pictures that the matter asks for. */
  evidence?: boolean
  matter?: 'any' | 'grid'
  until?: boolean
  point?: boolean
  routes?: boolean
  hint?: string
}

export interface Input {
  yes?: boolean
  text: string
  photos: string[]
  matter?: string
  kind?: Schemas['RequestKind']
  until?: string
  point?: Point
  to?: Seat
}

/** What the phone can do; the order is the order of the list. */
export function formOf(word: Word, sheet: Sheet): Form | undefined {
  switch (word) {
    case 'verify': return { choice: ['verify_yes', 'verify_no'], text: { label: 'verify_note', optional: true }, photos: 'after', hint: 'verify_hint' }
    case 'check': return { choice: ['check_yes', 'check_no'], text: { label: 'check_note', optional: true }, photos: 'with' }
    case 'accept': return { hint: 'accept_hint' }
    case 'finish': return { text: { label: 'finish_note' }, photos: 'with', evidence: true }
    case 'arrive': return { point: true }
    case 'contribute': return { text: { label: 'contribute_note' }, photos: 'after' }
    case 'resolve': return { text: { label: 'finish_note' }, photos: 'with', matter: 'grid', hint: 'resolve_hint' }
    case 'add': return { text: { label: 'add_hint' }, photos: 'with' }
    case 'message': return { text: { label: 'message_hint' } }
    case 'correct': return { text: { label: 'correct_hint', prefill: sheet.full_text ?? '' } }
    case 'return': return { text: { label: 'return_hint' } }
    case 'reject': return { text: { label: 'reject_hint' } }
    case 'withdraw': return { text: { label: 'withdraw_hint', optional: true } }
    case 'reopen': return { text: { label: 'reopen_hint' } }
    case 'urge': return { text: { label: 'urge_hint' } }
    case 'ask': return { text: { label: 'reason' }, until: true }
    case 'rate': return { choice: ['rated_yes', 'rated_no'], text: { label: 'note', optional: true } }
    case 'close': return { text: { label: 'close_note', optional: true } }
    case 'file': return { matter: 'any' }
    case 'dispatch': return sheet.routes.length ? { routes: true, text: { label: 'note', optional: true } } : undefined
    case 'resume': return {}
    default: return undefined
  }
}

/** What is still missing, as a key of `field.act`; undefined: it can be sent. */
export function missing(word: Word, form: Form, sheet: Sheet, input: Input): string | undefined {
  if (form.choice && input.yes === undefined) return 'missing'
  if (form.text && !form.text.optional && input.text.trim() === '') return 'missing'
  if (word === 'check' && input.yes === false && input.text.trim() === '') return 'missing'
  if (form.evidence && !input.photos.length && sheet.evidence === 'photo_after') return 'needPhoto'
  if (form.evidence && !input.photos.length && sheet.evidence === 'document') return 'needDocument'
  if (form.matter && !input.matter) return 'noMatter'
  if (form.routes && !input.to) return 'missing'
  if (form.until && input.kind === undefined) return 'missing'
  if (form.until && input.kind !== 'dispute' && !input.until) return 'missing'
  return undefined
}

/** The app's own sentences where the person left the text empty, in the language of the readers. */
const SAID = { found: '现场核实属实', none: '到现场未发现所反映的情况', closed: '事项已办结,感谢您的反映' }

export function build(word: Word, input: Input, version: number, now: Date): Act | undefined {
  const text = input.text.trim()
  const when = { version, happened: now.toISOString() }
  switch (word) {
    case 'verify': return { action: 'verify', found: input.yes ?? true, note: text || (input.yes ? SAID.found : SAID.none), ...when }
    case 'check': return { action: 'check', passed: input.yes ?? true, note: text, ...when }
    case 'accept': return { action: 'accept', ...when }
    case 'resume': return { action: 'resume', ...when }
    case 'finish': return { action: 'finish', note: text, ...when }
    case 'resolve': return { action: 'resolve', note: text, matter: input.matter ?? null, ...when }
    case 'arrive': return { action: 'arrive', ...(input.point ? { point: input.point } : {}), happened: when.happened }
    case 'contribute': return { action: 'contribute', note: text, happened: when.happened }
    case 'add': return { action: 'add', text, happened: when.happened }
    case 'message': return { action: 'message', text, happened: when.happened }
    case 'urge': return { action: 'urge', note: text, happened: when.happened }
    case 'correct': return { action: 'correct', text, ...when }
    case 'return': return { action: 'return', reason: text, ...when }
    case 'reject': return { action: 'reject', reason: text, ...when }
    case 'withdraw': return { action: 'withdraw', reason: text, ...when }
    case 'reopen': return { action: 'reopen', reason: text, ...when }
    case 'rate': return { action: 'rate', satisfied: input.yes ?? true, note: text, ...when }
    case 'close': return { action: 'close', note: text || SAID.closed, ...when }
    case 'file': return input.matter ? { action: 'file', matter: input.matter, ...when } : undefined
    case 'dispatch': return input.to ? { action: 'dispatch', to: input.to, note: text, ...when } : undefined
    case 'ask': return input.kind ? { action: 'ask', kind: input.kind, reason: text, ...(input.until && input.kind !== 'dispute' ? { until: new Date(input.until).toISOString() } : {}), ...when } : undefined
    default: return undefined
  }
}
