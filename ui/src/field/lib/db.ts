/**
 * What the phone keeps by itself: work waiting to be sent, photos, drafts, and the last answers of the server.
 * Everything belongs to the account that made it; another account on the same phone never sees it.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { ProblemBody, Schemas } from '@/api/client'

export type Point = Schemas['Coord']
export type Report = Schemas['Report']
export type Act = Schemas['ActRequest']
export type Receipt = Schemas['Receipt']
/** Where a stop stands after a tick, and the case it became. */
export type Stands = Pick<Schemas['TickAnswer'], 'state' | 'case'>
/** What somebody does about one stop of the walk; its key is the entry's. */
export interface TickBody {
  object: string
  matter: string
  nominal: string
  trigger?: string
  happened: string
  tick: 'done' | 'nothing_found' | 'found' | 'skip' | 'move' | 'hand_over' | 'offer' | 'take' | 'give_back' | 'undo'
  note?: string
  text?: string
  case_matter?: string
  reason?: Schemas['SkipReason']
  to?: string
}

/** A picture taken here, made small; `ref` once the server has it. */
export interface Photo {
  id: string
  blob: Blob
  /** The upload's idempotency key, made once. */
  key: string
  made: number
  ref?: string
  uploaded?: number
}

/** Why something has not gone out yet, or will not by itself. */
export interface Trouble {
  /** HTTP status; 0: no network. */
  status: number
  body: Partial<ProblemBody>
  /** The photo that the server would not take. */
  photo?: string
}

/** One effect that somebody intends: a report, an action on a case, or a tick of a stop. */
export interface Entry {
  id: string
  account: string
  holding: string
  /** Idempotency key: made once, kept for every retry. */
  key: string
  kind: 'report' | 'act' | 'tick'
  /** What has to keep its order: the case, the stop, or the report itself. */
  subject: string
  /** What it is about, for the queue page. */
  title: string
  body: Report | Act | TickBody
  photos: string[]
  /** Home of the photos of a report or a tick: its point, or the district of its grid. */
  home?: { lon: number; lat: number } | { district: string }
  created: number
  state: 'waiting' | 'stuck' | 'sent'
  tries: number
  /** Not before this time (ms). */
  next: number
  /** The answer of an attempt was lost: the server may have it already. The same key finds out. */
  unsure?: boolean
  trouble?: Trouble
  /** An earlier entry of the same case whose result gives this one its version. */
  after?: string
  receipt?: Receipt
  /** What the server made of a tick. */
  stands?: Stands
  sent?: number
  /** Removed by its maker; kept for ten minutes so that it can come back. */
  gone?: number
}

/** Where a report is, as chosen so far. */
export interface Place {
  point?: Point
  /** Metres, as the phone says. */
  accuracy?: number
  grid?: string
  district?: string
  /** As people call it. */
  title?: string
  words: string
  by: 'phone' | 'pin' | 'recent' | 'grid'
}

export interface Draft {
  id: string
  account: string
  text: string
  photos: string[]
  place?: Place
  matter?: { code: string; zh: string; en: string; grid: boolean }
  /** Solved on the spot: what was done. */
  solved?: string
  updated: number
  gone?: number
}

interface Kept { key: string; account: string; value: unknown; at: number }

interface Shape extends DBSchema {
  queue: { key: string; value: Entry; indexes: { account: string } }
  photos: { key: string; value: Photo }
  drafts: { key: string; value: Draft; indexes: { account: string } }
  kept: { key: string; value: Kept; indexes: { account: string } }
}

export type Db = IDBPDatabase<Shape>
let opened: Promise<Db> | undefined

export function db(): Promise<Db> {
  opened ??= openDB<Shape>('wangge-field', 1, {
    upgrade(made) {
      made.createObjectStore('queue', { keyPath: 'id' }).createIndex('account', 'account')
      made.createObjectStore('photos', { keyPath: 'id' })
      made.createObjectStore('drafts', { keyPath: 'id' }).createIndex('account', 'account')
      made.createObjectStore('kept', { keyPath: 'key' }).createIndex('account', 'account')
    },
    terminated() { opened = undefined },
  })
  return opened
}

/** The server's last answer under a name of ours, with when it came. */
export async function kept<T>(account: string, name: string): Promise<{ value: T; at: number } | undefined> {
  const found = await (await db()).get('kept', `${account}|${name}`)
  return found && { value: found.value as T, at: found.at }
}
export async function keep(account: string, name: string, value: unknown): Promise<void> {
  // Through JSON: what comes from a reactive store cannot be cloned as it is.
  const plain: unknown = JSON.parse(JSON.stringify(value))
  await (await db()).put('kept', { key: `${account}|${name}`, account, value: plain, at: Date.now() })
}

/** Forgets the server's answers (log-out); what waits to be sent stays with its account. */
export async function forget(account: string): Promise<void> {
  const tx = (await db()).transaction('kept', 'readwrite')
  for (const key of await tx.store.index('account').getAllKeys(account)) await tx.store.delete(key)
  await tx.done
}

/** Makes room: answers of cases not looked at for a fortnight, and photos that nothing names any more. */
export async function tidy(now = Date.now()): Promise<void> {
  const base = await db()
  const tx = base.transaction(['kept', 'photos', 'queue', 'drafts'], 'readwrite')
  for (const one of await tx.objectStore('kept').getAll()) {
    if (one.at < now - 14 * DAY) await tx.objectStore('kept').delete(one.key)
  }
  const named = new Set<string>()
  for (const entry of await tx.objectStore('queue').getAll()) {
    const ended = entry.gone !== undefined && entry.gone < now - UNDO
    // A tick is worth nothing once the list shows it.
    const old = entry.state === 'sent' && (entry.sent ?? 0) < now - (entry.kind === 'tick' ? 1 : 90) * DAY
    if (ended || old) await tx.objectStore('queue').delete(entry.id)
    else if (entry.state !== 'sent') for (const id of entry.photos) named.add(id)
  }
  for (const draft of await tx.objectStore('drafts').getAll()) {
    if (draft.gone !== undefined && draft.gone < now - UNDO) await tx.objectStore('drafts').delete(draft.id)
    else for (const id of draft.photos) named.add(id)
  }
  for (const photo of await tx.objectStore('photos').getAll()) {
    if (!named.has(photo.id) && photo.made < now - UNDO) await tx.objectStore('photos').delete(photo.id)
  }
  await tx.done
}

export const DAY = 86_400_000
/** How long a removed draft or entry can come back. */
export const UNDO = 600_000
