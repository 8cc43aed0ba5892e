/** What has been typed and not yet sent, by case and action: kept while the page lives, whatever is opened meanwhile. */
import { reactive } from 'vue'
import type { Values } from './actions'
import type { Word } from './words'

const drafts = reactive(new Map<string, Values>())

export function draftOf(ref: string, word: Word): Values {
  const key = `${ref} ${word}`
  if (!drafts.has(key)) drafts.set(key, {})
  return drafts.get(key)!
}
export function forget(ref: string, word: Word): void { drafts.delete(`${ref} ${word}`) }
/** Whether words wait in a form that is not open. */
export function hasDraft(ref: string, word: Word): boolean {
  const values = drafts.get(`${ref} ${word}`)
  return values !== undefined && Object.values(values).some((v) => typeof v === 'string' && v.trim().length > 1)
}
