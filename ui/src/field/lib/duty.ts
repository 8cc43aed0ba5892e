/**
 * The walk as the phone shows it: the server's list, with this phone's own ticks on top until the server has answered
 * them. Pure, so that it can be tested.
 */
import type { Schemas } from '@/api/client'
import { plusDays } from '@/lib/day'
import { isOpen, type DutyState } from '@/lib/duties'
import type { Entry, TickBody } from './db'

export type DutyDay = Schemas['DutyDay']
export type DutyStop = Schemas['DutyStop']
export type DutyRow = Schemas['DutyRow']
export type TickWord = TickBody['tick']
export type SkipReason = Schemas['SkipReason']
export const REASONS: SkipReason[] = ['nobody_home', 'not_welcome', 'no_access', 'weather', 'urgent', 'not_there', 'other']

/** A row with what this phone knows besides. */
export interface Shown extends DutyRow {
  /** Kept here and not sent yet. */
  waiting?: boolean
  /** The server would not take it: the entry, to be explained and put away. */
  refused?: Entry
}
export interface ShownStop extends Omit<DutyStop, 'duties'> { duties: Shown[] }

type Named = Pick<DutyRow, 'object' | 'matter' | 'nominal'> & { trigger?: { ref: string } | null }
/** What names an occurrence, in the outbox too: ticks of one keep their order. */
export function subjectOf(row: Named): string {
  return ['duty', row.object, row.matter, row.nominal, row.trigger?.ref ?? ''].join('|')
}
export function bodyOf(row: Named, tick: TickWord, more: Partial<TickBody>, happened: Date): TickBody {
  return { object: row.object, matter: row.matter, nominal: row.nominal, ...(row.trigger ? { trigger: row.trigger.ref } : {}), happened: happened.toISOString(), tick, ...more }
}

/** Where a stop stands after a tick, as far as the phone can tell. */
function thenState(row: Shown, tick: TickWord): DutyState {
  const by: Partial<Record<TickWord, DutyState>> = { done: 'done', nothing_found: 'nothing_found', found: 'found', skip: 'skipped', move: 'moved', hand_over: 'handed', offer: 'offered', take: 'taken' }
  // Undone or given back: with its grid again.
  return by[tick] ?? (row.carried ? 'missed' : 'planned')
}
/** What may surely be done after a tick that the server has not answered. */
function thenMay(row: DutyRow, tick: TickWord): string[] {
  const all = row.may
  if (tick === 'found') return []
  if (tick === 'undo') return isOpen(row.state) ? all : ['done', 'found', 'skip']
  if (tick === 'hand_over' || tick === 'offer') return ['give_back']
  if (tick === 'take') return ['done', 'found', 'skip', 'give_back', ...(all.includes('nothing_found') ? ['nothing_found'] : [])]
  if (tick === 'give_back') return all.filter((word) => word !== 'give_back' && word !== 'undo')
  return ['undo']
}

/** A row with the ticks of this phone that the list (asked for at `asked`, ms) cannot know yet. */
export function withTicks(row: DutyRow, entries: Entry[], asked: number): Shown {
  let shown: Shown = row
  for (const entry of entries) {
    if (entry.kind !== 'tick') continue
    const body = entry.body as TickBody
    if (entry.state === 'stuck') { shown = { ...shown, refused: entry }; continue }
    if (entry.state === 'sent' && (entry.sent ?? 0) < asked) continue
    const { tick } = body
    const state = entry.stands?.state ?? thenState(shown, tick)
    shown = {
      ...shown, state, may: thenMay(row, tick), waiting: entry.state === 'waiting',
      note: body.note ?? shown.note ?? '', ...(entry.stands?.case ? { case: entry.stands.case } : {}),
      ...(body.reason ? { reason: body.reason } : {}), ...(tick === 'move' && body.to ? { moved_to: body.to } : {}),
    }
  }
  return shown
}

export interface Walk {
  /** Stops with something to do, in the order of the walk. */
  open: ShownStop[]
  /** What is settled, handed over or moved away today. */
  settled: Shown[]
  /** Duties still to do, and their minutes (an estimate). */
  left: number
  minutes: number
}

/** Whether it stands on today's walk: neither settled nor put to another day nor with somebody else. */
export function toDo(row: Shown, day: string): boolean {
  if (!isOpen(row.state)) return false
  if (row.state === 'moved') return (row.moved_to ?? day) <= day
  if (row.state === 'handed') return row.may.includes('take')
  // Taken by somebody else: it is theirs. Offered stays, until somebody takes it.
  return row.state !== 'taken' || row.mine || row.may.includes('done')
}

/** The day's list as a walk. */
export function walkOf(day: DutyDay, entries: Entry[], asked: number): Walk {
  const by = new Map<string, Entry[]>()
  for (const entry of entries) {
    if (entry.kind !== 'tick' || entry.gone !== undefined) continue
    const list = by.get(entry.subject)
    if (list) list.push(entry)
    else by.set(entry.subject, [entry])
  }
  for (const list of by.values()) list.sort((a, b) => a.created - b.created)
  const walk: Walk = { open: [], settled: [], left: 0, minutes: 0 }
  for (const stop of day.stops) {
    const rows = stop.duties.map((row) => withTicks(row, by.get(subjectOf(row)) ?? [], asked))
    const open = rows.filter((row) => toDo(row, day.day))
    walk.settled.push(...rows.filter((row) => !toDo(row, day.day)))
    if (!open.length) continue
    const minutes = open.reduce((sum, row) => sum + row.minutes, 0)
    walk.open.push({ ...stop, duties: open, minutes })
    walk.left += open.length
    walk.minutes += minutes
  }
  return walk
}

/** What gives way today to what was set off: stops of one matter, one way. */
export interface Way extends Pick<DutyRow, 'matter' | 'name_zh' | 'name_en'> { way: Schemas['GivesWay']; count: number }
export function ways(stops: ShownStop[]): Way[] {
  const all = new Map<string, Way>()
  for (const { matter, name_zh, name_en, gives_way: way } of stops.flatMap((stop) => stop.duties)) {
    if (!way) continue
    const one = all.get(matter + way) ?? { matter, name_zh, name_en, way, count: 0 }
    all.set(matter + way, { ...one, count: one.count + 1 })
  }
  return [...all.values()]
}
/** The week against the ceiling: with what was set off where something was, else what comes onto the list. */
export interface Load { minutes: number; ceiling: number; share: number }
export function loadOf(week: Schemas['DutyWeek'] | null | undefined, own: Schemas['OwnBurden'] | undefined): Load | undefined {
  if (week) return { minutes: week.minutes, ceiling: week.ceiling, share: Math.round((week.minutes * 100) / Math.max(week.ceiling, 1)) }
  return own && { minutes: own.week, ceiling: own.ceiling, share: Math.round(own.share) }
}

/** Whether "done" needs a word or a picture first. */
export function asks(row: Pick<DutyRow, 'evidence'>): 'text' | 'photo' | undefined {
  if (row.evidence === 'text') return 'text'
  return row.evidence === 'none' ? undefined : 'photo'
}
/** Several duties at one door that one tap can tick together. */
export function together(stop: ShownStop): Shown[] {
  const all = stop.duties.filter((row) => row.may.includes('done') && !asks(row))
  return all.length > 1 && all.length === stop.duties.length ? all : []
}
/** Days to which a stop can be moved: after today, within its window; the next fortnight of them. */
export function laterDays(row: Pick<DutyRow, 'last'>, today: string): string[] {
  const found: string[] = []
  for (let day = plusDays(today, 1); day <= row.last && found.length < 14; day = plusDays(day, 1)) found.push(day)
  return found
}
/** What is known already goes into the report: nobody types it again. */
export function knownOf(row: DutyRow, door: string): string {
  return [...new Set([door, row.label])].filter(Boolean).join(' · ')
}
