/** A timeline in plain words: what happened, what was said, which pictures belong to it. */
import type { Schemas } from '@/api/client'

export type Step = Schemas['StepView']
export interface PlainStep {
  n: number
  at: string
  /** Key under `field.step`. */
  key: string
  who: string
  note: string
  photos: string[]
  /** Ends the work, well or not: shown stronger. */
  tone: 'plain' | 'good' | 'bad'
}

type Payload = Record<string, unknown>
const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The sentence for a step; some actions have two. */
function key(step: Step, p: Payload): string {
  if (step.action === 'verify') return p['found'] === false ? 'verify_no' : 'verify_yes'
  if (step.action === 'check') return p['passed'] === false ? 'check_no' : 'check_yes'
  if (step.action === 'decide') return p['granted'] === false ? 'decide_no' : 'decide_yes'
  if (step.action === 'rate') return p['satisfied'] === false ? 'rate_no' : 'rate_yes'
  if (step.action === 'report') return words(p['solved']) ? 'report_solved' : 'report'
  return step.action
}
const BAD = new Set(['verify_no', 'check_no', 'reject', 'return', 'overdue', 'rate_no', 'decide_no'])
const GOOD = new Set(['close', 'resolve', 'rate_yes', 'report_solved', 'check_yes'])

export function plain(step: Step): PlainStep {
  const p = (step.payload ?? {}) as Payload
  const word = key(step, p)
  // A report's words stand at the top of the page already.
  const said = step.action === 'report' ? words(p['solved']) : [p['note'], p['reason'], p['text']].map(words).find((w) => w !== '') ?? ''
  const files = Array.isArray(p['files']) ? p['files'].filter((f): f is string => typeof f === 'string') : []
  return { n: step.n, at: step.at, key: word, who: step.called, note: said, photos: files, tone: BAD.has(word) ? 'bad' : GOOD.has(word) ? 'good' : 'plain' }
}

/** Why a case ended as it did, in the words of who ended it. */
export function ending(timeline: Step[]): PlainStep | undefined {
  const last = [...timeline].reverse().find((s) => ['reject', 'verify', 'close', 'resolve', 'merge', 'withdraw', 'report'].includes(s.action) && ['rejected', 'closed', 'merged', 'withdrawn'].includes(s.state))
  return last && plain(last)
}
