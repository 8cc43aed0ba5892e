/** A hand-over as the server keeps it. */
export interface Signed { account: string; called: string; at: string }
export interface Shift {
  ref: string
  unit: string
  note: string
  promises: { text: string; by?: string | null }[]
  out: string[]
  /** What was red or late at that moment. */
  cases: { ref: string; number: string; why: string }[]
  left: Signed
  /** Absent until the one who takes over has signed. */
  taken?: Signed | null
}
