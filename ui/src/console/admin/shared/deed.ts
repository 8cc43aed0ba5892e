/** One intended effect: a key kept for its retries, what went wrong beside its fields, no double click. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { newKey, type Problem } from '@/api/client'
import { asProblem } from './load'

export interface Deed {
  busy: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  /** Runs with the key; true when it is done. */
  run: (work: (key: string) => Promise<unknown>) => Promise<boolean>
  /** What is intended has changed: the next run gets a new key. */
  renew: () => void
}

export function useDeed(): Deed {
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  let key = newKey()
  async function run(work: (key: string) => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    problem.value = undefined
    try {
      await work(key)
      key = newKey()
      return true
    } catch (error) {
      const found = asProblem(error)
      problem.value = found
      // Only an outcome that is not known may be repeated under the same key; a refusal was an answer.
      if (!found.retryable) key = newKey()
      return false
    } finally {
      busy.value = false
    }
  }
  return { busy, problem, run, renew: () => { key = newKey(); problem.value = undefined } }
}
