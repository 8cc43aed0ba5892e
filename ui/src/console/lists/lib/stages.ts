/** The way of a proposal as people follow it: what is behind, where it stands, what is to come. */
import type { Schemas } from '@/api/client'

export type AdmissionWord = Schemas['AdmissionAction']['action']
export const STAGES: readonly Schemas['AdmissionState'][] = ['draft', 'burden_check', 'joint_review', 'gov_approve', 'upper_approve', 'mending', 'effective', 'retired', 'refused', 'recalled']
export interface Mark { stage: Schemas['AdmissionState']; sort: 'done' | 'now' | 'ahead' | 'ended'; by?: string; unit?: string; at?: string }

/** Words by which a proposal moves on: objecting is open to many and waits for nobody. */
const MOVES: readonly AdmissionWord[] = ['submit', 'weigh', 'review', 'approve', 'reply']
/** Whether the proposal waits for whoever may do this. */
export const awaits = (allowed: readonly string[]): boolean => allowed.some((word) => (MOVES as readonly string[]).includes(word))

const LEAVES: Partial<Record<Schemas['AdmissionState'], readonly string[]>> = { draft: ['submit'], burden_check: ['weigh'], joint_review: ['review'], gov_approve: ['approve'], upper_approve: ['approve'] }

/** The step by which a stage was left, the last time round. */
function leftBy(stage: Schemas['AdmissionState'], timeline: readonly Schemas['StepView'][]): Schemas['StepView'] | undefined {
  let before: string = 'draft'
  let found: Schemas['StepView'] | undefined
  for (const step of timeline) {
    if (before === stage && step.state !== stage && LEAVES[stage]?.includes(step.action)) found = step
    else if (step.state === 'mending' || (step.action === 'submit' && stage !== 'draft')) found = undefined
    before = step.state === 'mending' ? 'draft' : step.state
  }
  return found
}

/** Draft, the stages of the door, and the end. */
export function track(sheet: Pick<Schemas['ProposalSheet'], 'state' | 'way' | 'timeline'>): Mark[] {
  const writing = sheet.state === 'draft' || sheet.state === 'mending'
  const ended = ['refused', 'recalled'].includes(sheet.state)
  const effective = sheet.state === 'effective' || sheet.state === 'retired'
  const stages: Schemas['AdmissionState'][] = ['draft', ...sheet.way]
  const at = writing ? 0 : stages.indexOf(sheet.state)
  const marks = stages.map((stage, n): Mark => {
    const step = leftBy(stage, sheet.timeline)
    const done = effective || (ended ? step !== undefined : n < at)
    const who = step && done ? { by: step.called, at: step.at, ...(step.unit ? { unit: step.unit } : {}) } : {}
    return { stage: n === 0 && sheet.state === 'mending' ? 'mending' : stage, sort: done ? 'done' : n === at ? 'now' : 'ahead', ...who }
  })
  if (ended) return [...marks.filter((m) => m.sort === 'done'), { stage: sheet.state, sort: 'ended' }]
  return [...marks, { stage: sheet.state === 'retired' ? 'retired' : 'effective', sort: effective ? 'done' : 'ahead' }]
}
