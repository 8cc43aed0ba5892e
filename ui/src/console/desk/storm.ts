/**
 * Many at once: the same act on every chosen case, one after the other, each with its own answer. What failed can be
 * tried again; the sender keeps the keys, so nothing is done twice.
 */
import { reactive, ref } from 'vue'
import { Problem } from '@/api/client'
import type { Sender } from './send'
import type { Action, Row, Seat } from './words'

export type Plan = { kind: 'merge'; into: string } | { kind: 'dispatch'; to: Seat; matter?: string; note: string }
export interface Result { row: Row; state: 'wait' | 'run' | 'done' | 'fail' | 'skip'; words?: string; version: number; left: Action[] }

/** What has to be done with one case, in order. */
export function actsFor(row: Row, plan: Plan): Action[] {
  if (plan.kind === 'merge') return row.ref === plan.into ? [] : [{ action: 'merge', into: plan.into }]
  const dispatch: Action = { action: 'dispatch', to: plan.to, note: plan.note }
  const file: Action[] = row.state === 'verified' && plan.matter ? [{ action: 'file', matter: plan.matter }] : []
  return [...file, dispatch]
}

export function useStorm(sender: Sender) {
  const results = ref<Result[]>([])
  const running = ref(false)

  function plan(rows: Row[], what: Plan): void {
    results.value = rows.map((row) => {
      const left = actsFor(row, what)
      return reactive<Result>({ row, state: left.length === 0 ? 'skip' : 'wait', version: row.version, left })
    })
  }
  async function one(result: Result, locale: string): Promise<void> {
    result.state = 'run'
    try {
      while (result.left.length > 0) {
        const receipt = await sender.send(result.row.ref, result.version, result.left[0]!)
        result.version = receipt.version
        result.left = result.left.slice(1)
      }
      result.state = 'done'
      delete result.words
    } catch (problem) {
      result.state = 'fail'
      result.words = problem instanceof Problem ? problem.body.fields?.map((f) => (locale === 'zh' ? f.zh : f.en)).join(' ') || problem.words(locale) : String(problem)
      if (problem instanceof Problem && problem.code === 'stale' && typeof problem.body.current === 'number') result.version = problem.body.current
    }
  }
  /** Does what is still to be done; again after failures. */
  async function run(locale: string): Promise<void> {
    running.value = true
    for (const result of results.value) if (result.state === 'wait' || result.state === 'fail') await one(result, locale)
    running.value = false
  }
  return { results, running, plan, run }
}
