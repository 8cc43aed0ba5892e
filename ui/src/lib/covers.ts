/** Covers in words: days, and which of one's posts is somebody else's for a time. */
import type { Schemas } from '@/api/client'
import { said } from './time'

/** `6月2日—6月4日`: first and last day as a calendar says them. */
export function coverDays(cover: { starts: string; ends: string }, locale: string): string {
  const say = (at: Date): string => said(at, locale, { month: 'short', day: 'numeric' })
  const first = new Date(cover.starts)
  // The end is the first moment no longer: a moment before it is the last day.
  const last = new Date(Math.max(new Date(cover.ends).getTime() - 1, first.getTime()))
  const [a, b] = [say(first), say(last)]
  return a === b ? a : `${a} – ${b}`
}

/** Whether a post is held for a time in place of a colleague. */
export function isCover(held: Pick<Schemas['HoldingView'], 'capacity' | 'ends'> | undefined): boolean {
  return held?.capacity === 'deputy' && !!held.ends
}
