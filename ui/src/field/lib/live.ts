/** Loading something that was seen before: the last answer at once, the present one as soon as it comes. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { Problem } from '@/api/client'
import { keep, kept } from './db'

export interface Known<T> {
  value: ShallowRef<T | undefined>
  /** When the shown answer came (ms); undefined: none yet. */
  at: Ref<number | undefined>
  busy: Ref<boolean>
  problem: Ref<Problem | undefined>
  /** Shows the kept answer, then asks. */
  load(): Promise<void>
  /** Asks only if the shown answer is older than `ms`, or none is there. */
  refresh(ms: number): Promise<void>
  /** Takes a value that came another way (a live event, a receipt). */
  take(value: T): Promise<void>
}

export function known<T>(name: () => { account: string; name: string } | undefined, ask: () => Promise<T>): Known<T> {
  const value = shallowRef<T>()
  const at = ref<number>()
  const busy = ref(false)
  const problem = ref<Problem>()
  let round = 0
  async function take(next: T): Promise<void> {
    value.value = next
    at.value = Date.now()
    problem.value = undefined
    const under = name()
    if (under) await keep(under.account, under.name, next)
  }
  async function load(): Promise<void> {
    const turn = ++round
    busy.value = true
    try {
      const under = name()
      const last = under && value.value === undefined ? await kept<T>(under.account, under.name) : undefined
      if (last && value.value === undefined) { value.value = last.value; at.value = last.at }
      const found = await ask()
      if (turn === round) await take(found)
    } catch (thrown) {
      if (turn === round) problem.value = thrown instanceof Problem ? thrown : new Problem(0, {})
      if (!(thrown instanceof Problem)) throw thrown
    } finally {
      if (turn === round) busy.value = false
    }
  }
  async function refresh(ms: number): Promise<void> {
    const young = problem.value === undefined && at.value !== undefined && Date.now() - at.value < ms
    if (!young && !busy.value) await load()
  }
  return { value, at, busy, problem, load, refresh, take }
}
