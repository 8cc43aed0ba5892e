/** The words of the interface that the desk works with, under short names. */
import type { Schemas } from '@/api/client'

export type Row = Schemas['CaseRow']
export type Sheet = Schemas['CaseSheet']
export type Step = Schemas['StepView']
export type Seat = Schemas['Seat']
export type Unit = Schemas['UnitView']
export type Matter = Schemas['Matter']
export type Call = Schemas['CallView']
export type Asked = Schemas['Request']
export type State = Schemas['State']
/**
 * What one does to a case. Three of its kinds are spelt out: the document gives `Merge` and `Split` the shape of the
 * grids' (one name, two schemas), and says nothing of `Object`.
 */
export type Action =
  | Exclude<Schemas['Action'], { action: 'merge' | 'split' | 'object' }>
  | { action: 'merge'; into: string }
  | { action: 'split'; matter: string; text: string }
  | { action: 'object'; call: number; reason: string }
export type Word = Action['action']
/** One kind of action. */
export type Of<K extends Word> = Extract<Action, { action: K }>

/** Stages in the order of the loop, as filters offer them. */
export const STATES: State[] = ['reported', 'verified', 'filed', 'dispatched', 'returned', 'in_progress', 'suspended', 'checking', 'checked', 'closed', 'rejected', 'merged', 'withdrawn']
export const ENDED: State[] = ['closed', 'rejected', 'merged', 'withdrawn']
