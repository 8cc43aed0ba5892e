/** What a queue asks for, how it stands in the address, and whether a row belongs to it. */
import { now } from '@/lib/time'
import type { Row, State } from './words'

export const QUEUES = ['mine', 'unit', 'overdue', 'called', 'climbed', 'sample', 'all'] as const
export type QueueName = (typeof QUEUES)[number]
export interface Query {
  queue: QueueName
  state?: State | undefined
  matter?: string | undefined
  board?: string | undefined
  unit?: string | undefined
  /** Only what is due within so many hours. */
  within?: number | undefined
  /** Only what lies with this section of the department. */
  with?: string | undefined
  q?: string | undefined
  ended?: boolean | undefined
}
/** Who reads: the seat, for deciding what is "mine". */
export interface Self { unit: string; post: string; now: number }

const LEVELS = ['city', 'district', 'town', 'village', 'grid']

/** The query of `GET /cases`. */
export function paramsOf(query: Query, at = now()) {
  const open = query.ended ? false : query.queue === 'all' && !query.state ? true : undefined
  return {
    ...(query.queue === 'all' ? {} : { queue: query.queue }),
    ...(open === undefined ? {} : { open }),
    ...(query.state ? { state: query.state } : {}),
    ...(query.matter ? { matter: query.matter } : {}),
    ...(query.unit ? { unit: query.unit } : {}),
    ...(query.with ? { with: query.with } : {}),
    ...(query.within ? { due_before: new Date(at + query.within * 3_600_000).toISOString() } : {}),
    ...(query.q?.trim() ? { q: query.q.trim() } : {}),
    ...(query.queue === 'all' && open ? { sort: 'due' } : {}),
  }
}

/** Whether a row still belongs to a queue, as far as the row alone can tell. */
export function belongs(row: Row, query: Query, self: Self): boolean {
  const open = !['closed', 'rejected', 'merged', 'withdrawn'].includes(row.state)
  if (query.state && row.state !== query.state) return false
  if (query.matter && row.matter !== query.matter) return false
  if (query.with && row.seat.unit !== query.with) return false
  if (query.ended) return !open
  switch (query.queue) {
    case 'mine': return open && row.seat.unit === self.unit && (!row.seat.post || row.seat.post === self.post)
    case 'unit': return open && row.seat.unit === self.unit
    case 'overdue': return open && row.overdue
    case 'climbed': return open && LEVELS.indexOf(row.climbed) < LEVELS.indexOf(row.level)
    case 'called': return open
    case 'sample': return true
    case 'all': return query.state ? true : open
  }
}

/** To the address and to saved filters, and back; unknown words are ignored. */
export function toText(query: Query): string {
  const words = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '' && value !== false) words.set(name, String(value))
  return words.toString()
}
export function fromText(text: string): Query {
  const words = new URLSearchParams(text)
  const queue = words.get('queue') as QueueName
  const within = Number(words.get('within'))
  return {
    queue: QUEUES.includes(queue) ? queue : 'mine',
    state: (words.get('state') as State | null) ?? undefined,
    matter: words.get('matter') ?? undefined,
    board: words.get('board') ?? undefined,
    unit: words.get('unit') ?? undefined,
    with: words.get('with') ?? undefined,
    within: within > 0 ? within : undefined,
    q: words.get('q') ?? undefined,
    ended: words.get('ended') === 'true' || undefined,
  }
}
