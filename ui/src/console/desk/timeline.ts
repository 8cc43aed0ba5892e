/** A step in plain words: what was done, what was said with it, which photos came along. */
import type { Seat, Step } from './words'

export interface Told {
  /** Words that somebody wrote. */
  said?: string | undefined
  /** Facts of the action: to whom, under what, until when. */
  facts: { key: string; seat?: Seat; unit?: string; matter?: string; when?: string; text?: string; words?: string; ref?: string }[]
  files: string[]
  /** Taken by the clock. */
  machine: boolean
  /** Stands out: handed back, not passed, overdue … */
  bad: boolean
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
function seat(value: unknown): Seat | undefined {
  return typeof value === 'object' && value !== null && typeof (value as Seat).unit === 'string' ? (value as Seat) : undefined
}
function list(value: unknown): unknown[] { return Array.isArray(value) ? value : [] }

export function tell(step: Step): Told {
  const p = (step.payload ?? {}) as Record<string, unknown>
  const facts: Told['facts'] = []
  const to = seat(p.to)
  if (to) facts.push({ key: 'to', seat: to })
  else if (text(p.to)) facts.push({ key: 'to', unit: String(p.to) })
  for (const unit of list(p.units)) if (typeof unit === 'string') facts.push({ key: 'called', unit })
  for (const one of list(p.seats)) { const called = seat(one); if (called) facts.push({ key: 'called', seat: called }) }
  const matter = text(p.matter)
  if (matter) facts.push({ key: 'matter', matter })
  const until = text(p.until) ?? (step.action === 'supervise' ? text(p.due) : undefined)
  if (until) facts.push({ key: 'until', when: until })
  if (step.action === 'ask' && text(p.kind)) facts.push({ key: 'asked', text: `desk.request.${String(p.kind)}` })
  if (step.action === 'appraise' && text(p.grade)) facts.push({ key: 'grade', text: `desk.grade.${String(p.grade)}` })
  if (['remind', 'overdue'].includes(step.action) && text(p.clock)) facts.push({ key: 'clock', text: `clock.${String(p.clock)}` })
  const into = text(p.into)
  if (into) facts.push({ key: 'into', ref: into })
  if (['joined', 'parted'].includes(step.action) && text(p.number)) facts.push({ key: 'number', words: String(p.number) })
  if (step.action === 'not_joined' && text(p.why)) facts.push({ key: 'why', text: `desk.unjoinable.${String(p.why)}` })
  if (step.action === 'head_ended' && text(p.state)) facts.push({ key: 'ended', text: `state.${String(p.state)}` })
  const verdict = p.found ?? p.passed ?? p.grant ?? p.satisfied
  if (typeof verdict === 'boolean') facts.push({ key: 'verdict', text: `desk.verdict.${step.action}.${verdict ? 'yes' : 'no'}` })
  return {
    said: text(p.text) ?? text(p.note) ?? text(p.reason) ?? text(p.solved),
    facts,
    files: list(p.files).filter((f): f is string => typeof f === 'string'),
    machine: ['remind', 'overdue', 'rearm', 'answered', 'recalled', 'joined', 'parted', 'not_joined', 'head_ended'].includes(step.action),
    bad: ['overdue', 'return', 'veto', 'reject', 'reopen', 'not_joined'].includes(step.action) || verdict === false,
  }
}
