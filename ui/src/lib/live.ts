/** Live events (docs/API.md): references only, missing nothing over reconnects. */
import { onScopeDispose, ref, type Ref } from 'vue'

export interface LiveEvent {
  /** The event's kind, e.g. `case.step`; `hello`: listening begins; `again`, `reset`: read the lists anew. */
  kind: string
  /** Whatever the event carries: references and small facts. */
  data: Record<string, unknown>
  /** Where the reader stands after it: `district:number` in hexadecimal, joined by commas; empty if it has none. */
  id?: string
}
/** Whether everything is to be looked at anew: what happened meanwhile may be in no event. */
export const isAnew = (kind: string): boolean => kind === 'hello' || kind === 'again' || kind === 'reset'
export type LiveState = 'connecting' | 'live' | 'lost' | 'ended'

/**
 * Listens to a unit's subtree as one of my posts, until the scope ends. Reconnects by itself (1 s, doubling up
 * to 30 s), continuing after the last event seen.
 */
export function useLive(where: () => { unit?: string; holding?: string } | undefined, hear: (event: LiveEvent) => void): { state: Ref<LiveState>; restart: () => void } {
  const state = ref<LiveState>('connecting')
  let source: EventSource | undefined
  let since = ''
  let wait = 1000
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(event: MessageEvent<string>, kind: string): void {
    if (event.lastEventId) since = event.lastEventId
    let data: Record<string, unknown> = {}
    try { data = event.data ? JSON.parse(event.data) : {} } catch { /* a comment or a bare word: the kind says it all */ }
    hear({ kind, data, id: event.lastEventId })
  }
  function open(): void {
    close()
    const at = where()
    if (!at) return
    const query = new URLSearchParams()
    if (at.unit) query.set('unit', at.unit)
    if (at.holding) query.set('holding', at.holding)
    if (since) query.set('since', since)
    source = new EventSource(`/api/v1/stream?${query}`)
    source.addEventListener('hello', (e) => {
      const again = state.value === 'lost'
      state.value = 'live'
      wait = 1000
      // What happened between the first answers and this moment is in no event: the listener compares with `id`.
      take(e as MessageEvent<string>, again ? 'again' : 'hello')
    })
    source.addEventListener('reset', (e) => { since = ''; take(e as MessageEvent<string>, 'reset') })
    source.addEventListener('bye', () => { close(); state.value = 'ended' })
    for (const kind of KINDS) source.addEventListener(kind, (e) => take(e as MessageEvent<string>, kind))
    source.onmessage = (e) => take(e as MessageEvent<string>, 'message')
    source.onerror = () => {
      close()
      state.value = 'lost'
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, 30_000)
    }
  }
  function close(): void {
    clearTimeout(timer)
    source?.close()
    source = undefined
  }
  const restart = (): void => { since = ''; state.value = 'connecting'; open() }
  open()
  onScopeDispose(close)
  return { state, restart }
}

/** Event sources hear named events only one by one. */
const KINDS = [
  'case.step', 'duty.step', 'duty.triggered', 'duty.called_off', 'notice.sent', 'notice.taken', 'geography.activated', 'unit.governed', 'grid.split', 'grid.merged', 'grid.redrawn', 'grid.plan',
  'holding.granted', 'holding.ended', 'counts.changed', 'shift.signed',
]
