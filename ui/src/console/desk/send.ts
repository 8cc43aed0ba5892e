/** Sends actions. A key belongs to one intended effect: the same words to the same case keep theirs until answered. */
import { api, got, newKey, Problem, type Schemas } from '@/api/client'
import { FORMS } from './actions'
import type { Action } from './words'

export class Sender {
  private readonly keys = new Map<string, string>()

  /** The answer, or the thrown {@link Problem}. What may have reached the server keeps its key for the retry. */
  async send(ref: string, version: number, action: Action): Promise<Schemas['Receipt']> {
    const body = FORMS[action.action]?.free ? action : { ...action, version }
    const effect = `${ref} ${JSON.stringify(body)}`
    const key = this.keys.get(effect) ?? newKey()
    this.keys.set(effect, key)
    try {
      const receipt = await got(api.POST('/api/v1/cases/{ref}/actions', { params: { path: { ref } }, body: body as Schemas['ActRequest'], headers: { 'idempotency-key': key } }))
      this.keys.delete(effect)
      return receipt
    } catch (problem) {
      if (problem instanceof Problem && !problem.retryable && problem.status !== 401) this.keys.delete(effect)
      throw problem
    }
  }
}
