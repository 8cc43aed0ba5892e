/** What the server says about lists, proposals and their burden, as far as these pages read it. */
import type { Schemas } from '@/api/client'

export type Tier = Schemas['Tier']
export type Board = Schemas['Board']
export type Step = Schemas['StepView']
export type National = 'basic' | 'cooperative' | 'taken_back'
export type ObjectKind = 'elder' | 'child' | 'household' | 'building' | 'fire_lane' | 'shop' | 'firm' | 'school' | 'site' | 'river' | 'slope' | 'charging' | 'grid'
export type OnDayOff = 'keep' | 'next' | 'skip'
export type Missed = 'lapse' | 'carry'
export type TriggerKind = 'heat' | 'rain' | 'river' | 'fraud' | 'wind'
export type Reach = 'building' | 'grid' | 'village' | 'town'

export interface Trigger { on: TriggerKind; from?: number | null; reach: Reach; days: number }
/** How an entry becomes somebody's duty. */
export interface DutyRule { object: ObjectKind; recurrence?: string | null; window: number; on_day_off: OnDayOff; missed: Missed; spread: boolean; trigger?: Trigger | null }
/** What the list says about one matter. */
export interface Entry extends Omit<Schemas['Entry'], 'questions'> {
  national?: National | null
  review?: string | null
  duty?: DutyRule | null
  fields?: string[]
  questions?: Record<string, unknown> | null
}
/** One version of an entry; a last version that ends when it begins says that the entry was retired. */
export interface Matter extends Entry { version: number; effective_from: string; effective_to?: string | null }

export interface Column { zh: string; en: string }
export interface ListSheet { zh: string; en: string; at: string; count: number; columns: Column[]; boards: { board: Board; rows: string[][] }[] }
export interface Difference { field: string; zh: string; en: string; from?: unknown; to?: unknown }
export interface EntryDiff { code: string; from: number; to: number; effective_from: string; ends: boolean; fields: Difference[] }
export interface ListDifference { code: string; name_zh: string; name_en: string; sort: 'added' | 'changed' | 'ended'; from_version?: number; to_version?: number; fields: Difference[] }

export type Door = 'charge' | 'adjust'
export type Stage = 'draft' | 'burden_check' | 'joint_review' | 'gov_approve' | 'upper_approve' | 'mending' | 'effective' | 'retired' | 'refused' | 'recalled'
export const STAGES: readonly Stage[] = ['draft', 'burden_check', 'joint_review', 'gov_approve', 'upper_approve', 'mending', 'effective', 'retired', 'refused', 'recalled']
export type ItemSort = 'admit' | 'change' | 'retire'
export interface Item { sort: ItemSort; code: string; entry?: Entry; campaign?: boolean; merge?: boolean }
export interface Content { title: string; reason: string; basis: string; items: Item[]; from?: string }
export interface ListBurden {
  tier: Tier; ceiling: number; worst: string | null; worst_before: number; worst_after: number
  city_before: number; city_after: number; places_over: number; estimate: boolean; over: boolean; swaps: string[]
}
export interface BurdenOfProposal { lists: ListBurden[]; given_up: string[] }
export interface ProposalRow {
  ref: string; number: string; version: number; state: Stage; door: Door; title: string; items: number; unit: string; unit_zh: string
  due: string | null; overdue: boolean; counts_from: string | null; created: string; updated: string
}
export interface Opinion { pass: number; unit: string; consent: boolean | null; text: string; at: string | null }
export interface Objection { no: number; unit: string; text: string; at: string; accepted: boolean | null; answer: string; answered: string | null }
export interface ProposalSheet extends ProposalRow {
  content: Content; called: string; changes: { code: string; sort: ItemSort; standing: number | null; fields: Difference[] }[]
  burden: BurdenOfProposal | null; opinions: Opinion[]; objections: Objection[]; published: { code: string; version: number }[]
  clocks: { clock: string; seat: { unit: string; post?: string | null }; due: string }[]; way: Stage[]; allowed: AdmissionWord[]; timeline: Step[]
}
export type AdmissionWord = 'amend' | 'submit' | 'weigh' | 'review' | 'approve' | 'send_back' | 'refuse' | 'recall' | 'object' | 'reply'
export type AdmissionAction =
  | { action: 'amend'; content: Content } | { action: 'submit' } | { action: 'weigh'; reviewers: string[]; note: string }
  | { action: 'review'; consent: boolean; opinion: string } | { action: 'approve'; note: string }
  | { action: 'send_back' | 'refuse' | 'recall'; reason: string } | { action: 'object'; text: string }
  | { action: 'reply'; objection: number; accepted: boolean; text: string }
export interface AdmissionReceipt { ref: string; number: string; version: number; state: Stage }

export type Verdict = 'fits' | 'merge' | 'swap' | 'refused'
export interface PlaceLoad { place: string; name: string; objects: number; staff: number; vacant: boolean; before: number; after: number; share: number }
export interface Overlap { code: string; name_zh: string; name_en: string; doors: number; visits: number; saves: number; fields: string[] }
export interface Swap { code: string; name_zh: string; name_en: string; frees: number; enough: boolean }
export interface Known { zh: string; en: string; owner_zh: string; owner_en: string; source: string }
export interface Price {
  code: string; tier: Tier; minutes: number; measure: 'estimate' | 'sample'; estimate: number; workers?: number | null; object: ObjectKind | null
  objects: number; times: number; days: number; from: string; year: number; week: number; saves: number; merged: boolean; each_trigger?: number | null
  ceiling: number; before: number; after: number; places: number; over: number; worst: PlaceLoad[]; verdict: Verdict; given_up: string[]
  swaps: Swap[]; overlaps: Overlap[]; fields: { name: string; known?: Known | null }[]; saved_entries: number
}
export interface PriceSheet { price: Price; as_of: string; terms: number; zh?: string | null; en?: string | null }
export interface PriceAsk { entry: Entry; give_up: string[]; merge: boolean; from?: string }
export interface LineLoad { code: string; name_zh: string; name_en: string; object: ObjectKind | null; objects: number; minutes: number; measure: 'estimate' | 'sample'; times: number; week: number; each: number }
export interface PlaceBurden { code: string; name: string; staff: number; vacant: number; each: number; share: number; over: number }
export interface BurdenSheet { unit: { code: string; name: string }; tier: Tier; as_of: string; ceiling: number; total: PlaceBurden; lines: LineLoad[]; places: PlaceBurden[] }
export interface MergeProposal { code: string; name_zh: string; name_en: string; object: ObjectKind; with: Overlap }
export interface Held {
  code: string; version: number; name_zh: string; name_en: string; tier: Tier; from: string; due: string; is_due: boolean; estimate: number
  measured?: { month: string; workers: number; minutes: number } | null; off?: number | null; wrong: boolean; planned?: number; done?: number
}
export interface Terms { grid: number; village: number; town: number; way: number; example?: string }
export interface TermsVersion { version: number; terms: Terms; from?: string | null; published?: string | null; by?: string | null }
export interface TermsPreview { version: number; changes: { field: keyof Terms; before: number; after: number }[]; over_before: { tier: Tier; places: number }[]; over_after: { tier: Tier; places: number }[]; as_of: string }
export type LedgerField = Known & { name: string }

export interface Counted { looked: number; erased: number; moved: number; breached: number; would_breach: number; newly: number; cured: number; minutes: number; would_minutes: number }
export interface TrialStage { clock: Schemas['Clock']; from: string; ended?: string | null; seat: { unit: string; post?: string | null }; would_seat: { unit: string; post?: string | null }; due: string; would_due: string }
export interface TrialExample { ref: string; number: string; moved: boolean; newly: boolean; cured: boolean; stages: TrialStage[] }
export interface TrialSheet { code: string; as_of: string; counted: Counted; examples: TrialExample[]; complete: boolean; next?: string | null; zh: string; en: string }
export interface TrialNew { entry: Entry; from: string; to: string; unit?: string; after?: string; most?: number }

export type OfflistTopic = 'off_list' | 'forms' | 'clock_in' | 'ranking' | 'install' | 'traces' | 'other_formalism'
export type OfflistOutcome = 'task_withdrawn' | 'admission_opened' | 'explained'
export interface OfflistRow {
  ref: string; number: string; version: number; state: 'waiting' | 'asked_back' | 'replied' | 'dropped'; due: string | null; topic: OfflistTopic
  way: 'by_phone' | 'by_chat' | 'on_paper' | 'at_meeting' | 'by_app' | null; issuer: string | null; issuer_zh: string | null; text: string; may_ask: boolean
  outcome: OfflistOutcome | null; answer: string; overdue: boolean; created: string; allowed: ('reply' | 'ask' | 'add' | 'drop')[]
}
export type OfflistSheet = OfflistRow & { timeline: Step[] }
export type OfflistAction = { action: 'reply'; outcome: OfflistOutcome; text: string; notice: string } | { action: 'ask'; text: string }
export interface OfflistCount { unit: string; unit_zh: string; topic: OfflistTopic; count: number }

export type Stance = 'objects' | 'suggests' | 'agrees'
export interface Remark { no: number; round: number; town: string; code: string | null; stance: Stance; text: string; at: string; adopted: boolean | null; answer: string }
export interface DraftRow { ref: string; version: number; state: 'circulating' | 'proposed' | 'cancelled'; round: number; proposal: string | null; title: string; area: string; count: number; due: string; created: string }
export type DraftSheet = DraftRow & { items: Item[]; remarks: Remark[]; silent: string[] }
export type DraftAction =
  | { action: 'remark'; code?: string; stance: Stance; text: string } | { action: 'reply'; remark: number; adopted: boolean; text: string }
  | { action: 'next_round'; items: Item[]; due: string } | { action: 'propose'; reason: string; basis: string } | { action: 'cancel'; reason: string }
