/**
 * The law of the queue, without network or storage: what may go out now, and what follows from an answer.
 * Order is kept per case; one key per effect, so that sending again never does it twice.
 */
import type { ProblemBody } from '@/api/client'
import { DAY, type Act, type Entry, type Photo, type Receipt, type Stands } from './db'

/** What became of one attempt. */
export type Answer =
  | { ok: true; receipt: Receipt }
  | { ok: true; stands: Stands }
  | { ok: false; status: number; body: Partial<ProblemBody>; retryAfter?: number | undefined; photo?: string | undefined; reached: boolean }

/** Actions that disturb nobody need no version (docs/API.md). */
const FREE = new Set(['arrive', 'contribute', 'add', 'message', 'urge', 'disclose'])

/** A fresh photo reference is good for a day; take it anew a little earlier. */
const PHOTO_LIFE = 20 * 3_600_000
export function mustUpload(photo: Photo, now: number): boolean {
  return photo.ref === undefined || (photo.uploaded ?? 0) < now - PHOTO_LIFE
}

/** 2 s, doubling up to five minutes; a server that says when is believed. `spread` 0…1 keeps phones apart. */
export function backoff(tries: number, spread: number, retryAfter?: number): number {
  const own = Math.min(2_000 * 2 ** Math.max(0, tries - 1), 300_000)
  return Math.max(own, (retryAfter ?? 0) * 1_000) * (1 + spread / 4)
}

function order(a: Entry, b: Entry): number {
  return a.created - b.created || (a.id < b.id ? -1 : 1)
}

/** The first unsent entry of each case that is due; behind one that is stuck, the rest of its case waits. */
export function ready(entries: Entry[], now: number): Entry[] {
  const heads = new Map<string, Entry>()
  for (const entry of waiting(entries)) if (!heads.has(entry.subject)) heads.set(entry.subject, entry)
  return [...heads.values()].filter((e) => e.state === 'waiting' && e.next <= now)
}

/** Most ticks that the server takes at once. */
const BATCH = 100
/** What goes out in one request with the first of those that are due: ticks without pictures go together. */
export function together(due: Entry[]): Entry[] {
  const first = due[0]
  const plain = (e: Entry): boolean => e.kind === 'tick' && e.photos.length === 0 && e.holding === first?.holding
  return first && plain(first) ? due.filter(plain).slice(0, BATCH) : due.slice(0, 1)
}

/** Everything not sent and not removed, oldest first. */
export function waiting(entries: Entry[]): Entry[] {
  return entries.filter((e) => e.state !== 'sent' && e.gone === undefined).sort(order)
}

/** When the next attempt is due, if any entry waits for its time. */
export function soonest(entries: Entry[], now: number): number | undefined {
  const times = waiting(entries).filter((e) => e.state === 'waiting').map((e) => e.next)
  return times.length ? Math.max(Math.min(...times) - now, 0) : undefined
}

/** Why an entry is not out yet, as a word for the queue page. */
export type Why = 'sending' | 'next' | 'behind' | 'offline' | 'session' | 'server' | 'slow' | 'stale' | 'refused' | 'photo' | 'gone' | 'broken'
export function why(entry: Entry, entries: Entry[], at: { online: boolean; session: boolean; sending?: string | undefined }): Why {
  if (entry.id === at.sending) return 'sending'
  if (entry.state === 'stuck') {
    if (entry.trouble?.photo) return 'photo'
    if (entry.trouble?.body.code === 'stale') return 'stale'
    return entry.trouble?.status === 404 ? 'gone' : 'refused'
  }
  const ahead = waiting(entries).find((e) => e.subject === entry.subject)
  if (ahead && ahead.id !== entry.id) return 'behind'
  if (!at.online) return 'offline'
  if (!at.session) return 'session'
  if (entry.trouble?.status === 0) return 'broken'
  if (entry.trouble?.status === 429) return 'slow'
  return entry.trouble ? 'server' : 'next'
}

/** What an entry turns into after an attempt. */
export function after(entry: Entry, answer: Answer, now: number, spread: number): Entry {
  if (answer.ok) {
    const { trouble: _trouble, unsure: _unsure, ...rest } = entry
    return { ...rest, state: 'sent', ...('receipt' in answer ? { receipt: answer.receipt } : { stands: answer.stands }), sent: now }
  }
  const trouble = { status: answer.status, body: answer.body, ...(answer.photo ? { photo: answer.photo } : {}) }
  const again = answer.status === 0 || answer.status === 429 || answer.status >= 500
  // A session that ended is nobody's fault and costs no try: the log-in wakes the queue.
  if (answer.status === 401) return { ...entry, trouble, next: now }
  if (!again) {
    // A clear no: nothing was done.
    const { unsure: _unsure, ...rest } = entry
    return { ...rest, state: 'stuck', tries: entry.tries + 1, trouble }
  }
  const tries = entry.tries + 1
  // Only an attempt that the server may have read leaves a doubt; a plain "not done, retry" does not.
  const doubt = entry.unsure === true || (answer.reached && answer.body.code !== 'store.retry' && answer.status !== 429)
  return { ...entry, tries, trouble, next: now + backoff(tries, spread, answer.retryAfter), ...(doubt ? { unsure: true } : {}) }
}

/** After `done` was taken, those behind it that were written on top of it go against the new version. */
export function follow(done: Entry, entries: Entry[]): Entry[] {
  if (done.kind !== 'act' || done.receipt === undefined) return []
  const version = done.receipt.version
  return waiting(entries)
    .filter((e) => e.after === done.id && 'action' in e.body)
    .map((e) => ({ ...e, body: versioned(e.body as Act, version) }))
}

/** The body against another version, if its kind of action is held against one at all. */
export function versioned(body: Act, version: number): Act {
  return FREE.has(body.action) ? body : { ...body, version }
}

/** The last of my own steps on this case that is still waiting: the next one builds upon it. */
export function behind(entries: Entry[], subject: string): Entry | undefined {
  return waiting(entries).filter((e) => e.subject === subject && e.kind === 'act').at(-1)
}

/** "Send anew": a new effect against what stands now, hence a new key. */
export function anew(entry: Entry, key: string, version?: number): Entry {
  const { trouble: _trouble, unsure: _unsure, ...rest } = entry
  const body = version !== undefined && 'action' in entry.body ? versioned(entry.body, version) : entry.body
  return { ...rest, key, body, state: 'waiting', tries: 0, next: 0 }
}

/** Sent reports worth showing, newest first. */
export function reports(entries: Entry[], now: number): Entry[] {
  return entries.filter((e) => e.kind === 'report' && e.state === 'sent' && (e.sent ?? 0) > now - 90 * DAY).sort((a, b) => order(b, a))
}
