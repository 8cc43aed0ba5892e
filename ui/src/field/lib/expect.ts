/**
 * What the phone may offer while an own step still waits for the network: only what surely follows from it.
 * The server decides when it arrives; a no is explained on the queue page.
 */
import type { Schemas } from '@/api/client'
import type { Act, Entry } from './db'
import { waiting } from './outbox'

type Sheet = Schemas['CaseSheet']
export type Word = Act['action']

const ALWAYS: Word[] = ['add']

/** The next steps after one that waits. */
const THEN: Partial<Record<Word, Word[]>> = {
  accept: ['finish', 'add'],
  resume: ['finish', 'add'],
  arrive: ['contribute', 'add'],
}

/** The actions to offer: the server's word, or what follows from the last own step that still waits. */
export function offered(sheet: Sheet, entries: Entry[]): { actions: Word[]; waiting?: Entry } {
  const mine = waiting(entries).filter((e) => e.kind === 'act' && e.subject === sheet.ref)
  const last = mine.filter((e) => !ALWAYS.includes((e.body as Act).action)).at(-1)
  const any = mine.at(-1)
  if (!last) return { actions: sheet.allowed as Word[], ...(any ? { waiting: any } : {}) }
  return { actions: THEN[(last.body as Act).action] ?? ALWAYS, waiting: last }
}

/** The step that the case is waiting for: the big button. */
export function chief(actions: Word[]): Word | undefined {
  return (['arrive', 'contribute', 'accept', 'verify', 'check', 'finish', 'resume', 'close'] as Word[]).find((word) => actions.includes(word))
}

/** What a card says is to be done, from the list's row alone. */
export function todo(state: Schemas['State'], called: boolean): Word | undefined {
  if (called) return 'arrive'
  const by: Partial<Record<Schemas['State'], Word>> = { reported: 'verify', dispatched: 'accept', in_progress: 'finish', checking: 'check', checked: 'close', verified: 'file', filed: 'dispatch', returned: 'dispatch', suspended: 'resume' }
  return by[state]
}

/** Cases on which an own step still waits: their cards say so. */
export function touched(open: Entry[]): Set<string> {
  return new Set(open.filter((e) => e.kind === 'act').map((e) => e.subject))
}
