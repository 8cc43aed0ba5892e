/** A hand-over as the server keeps it. */
export interface Shift {
  ref: string
  unit: string
  /** Who wrote it. */
  by?: string | null
  called: string
  at: string
  note: string
  promises: { text: string; by?: string | null }[]
  out: string[]
  /** What was red or late at that moment. */
  cases: string[]
  signed_called?: string | null
  signed_at?: string | null
}
