/** Trials one after the other, each part by part, and added up; a newer run, or `stop`, ends an older one. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { Problem, Schemas } from '@/api/client'
import { asProblem } from '@/console/admin/shared/load'
import { trial } from '../lib/api'
import { adding } from '../lib/trial'

export const EXAMPLES = 20
export interface Trial {
  counted: Ref<Schemas['TrialCounted'] | undefined>
  examples: ShallowRef<Schemas['TrialExample'][]>
  asOf: Ref<string>
  complete: Ref<boolean>
  running: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  run: (all: Schemas['TrialNew'][]) => Promise<void>
  stop: () => void
  clear: () => void
}
export function useTrial(): Trial {
  const counted = ref<Schemas['TrialCounted']>()
  const examples = shallowRef<Schemas['TrialExample'][]>([])
  const [asOf, complete, running, problem] = [ref(''), ref(false), ref(false), shallowRef<Problem>()]
  let turn = 0
  function stop(): void { turn += 1; running.value = false }
  function clear(): void {
    stop()
    ;[counted.value, examples.value, asOf.value, complete.value, problem.value] = [undefined, [], '', false, undefined]
  }
  async function run(all: Schemas['TrialNew'][]): Promise<void> {
    clear()
    const mine = turn
    running.value = true
    try {
      for (const one of all) {
        let after: string | undefined
        do {
          const part = await trial({ ...one, ...(after ? { after } : {}) })
          if (mine !== turn) return
          counted.value = adding(counted.value, part.counted)
          examples.value = [...examples.value, ...part.examples].slice(0, EXAMPLES)
          asOf.value ||= part.as_of
          after = part.complete ? undefined : part.next ?? undefined
        } while (after)
      }
      complete.value = true
    } catch (error) { if (mine === turn) problem.value = asProblem(error) } finally { if (mine === turn) running.value = false }
  }
  return { counted, examples, asOf, complete, running, problem, run, stop, clear }
}
