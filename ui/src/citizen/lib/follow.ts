/** Following a case by its code: read, refreshed while it is looked at, acted upon. */
import { onScopeDispose, ref, type Ref } from 'vue'
import { api, got, newKey, Problem, type Schemas } from '@/api/client'

export type Sheet = Schemas['FollowSheet']
type Act = Schemas['ActRequest']

/** The five stations a report passes; where it stands now. */
export const STATIONS = ['received', 'seen', 'work', 'check', 'done'] as const
export function station(state: Schemas['State']): number {
  switch (state) {
    case 'reported': return 0
    case 'verified': case 'filed': return 1
    case 'dispatched': case 'returned': case 'in_progress': case 'suspended': case 'merged': return 2
    case 'checking': case 'checked': return 3
    case 'closed': return 4
    default: return -1
  }
}

const EVERY = 20_000

export function useFollow(token: Ref<string>) {
  const sheet = ref<Sheet>()
  const problem = ref<Problem>()
  const loading = ref(true)
  /** The last look failed: what is shown may be old. */
  const old = ref(false)
  /** A key per act and content: sending the same again after a lost answer does not do it twice. */
  let last: { words: string; body: Act; key: string } | undefined

  async function load(quiet = false): Promise<void> {
    if (!quiet) loading.value = true
    try {
      sheet.value = await got(api.GET('/api/v1/follow/{token}', { params: { path: { token: token.value } } }))
      problem.value = undefined
      old.value = false
    } catch (thrown) {
      const found = thrown instanceof Problem ? thrown : new Problem(0, {})
      if (sheet.value && found.retryable) old.value = true
      else { problem.value = found; sheet.value = undefined }
    } finally {
      loading.value = false
    }
  }
  async function act(action: Act): Promise<void> {
    const words = JSON.stringify(action)
    if (last?.words !== words) last = { words, body: { ...action, version: sheet.value?.version ?? null }, key: newKey() }
    try {
      await got(api.POST('/api/v1/follow/{token}/actions', {
        params: { path: { token: token.value } },
        body: last.body,
        headers: { 'idempotency-key': last.key },
      }))
      last = undefined
    } catch (thrown) {
      // Somebody was faster, or it went another way: show how it stands before anybody decides again.
      if (thrown instanceof Problem && thrown.status === 409) { last = undefined; await load(true) }
      throw thrown
    }
    await load(true)
  }

  const timer = setInterval(() => { if (document.visibilityState === 'visible' && !problem.value) void load(true) }, EVERY)
  const back = (): void => { if (document.visibilityState === 'visible') void load(true) }
  document.addEventListener('visibilitychange', back)
  addEventListener('online', back)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', back)
    removeEventListener('online', back)
  })
  void load()
  return { sheet, problem, loading, old, load, act }
}
