import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { Problem } from '@/api/client'

export interface Loaded<T> {
  data: ShallowRef<T | undefined>
  problem: ShallowRef<Problem | undefined>
  /** True until the first answer; a refresh keeps what is shown. */
  loading: Ref<boolean>
  reload(): Promise<void>
}

/**
 * Asks again whenever `key` changes (undefined: nothing to ask) and on `reload`. The answer to an older question is
 * dropped; when the server cannot be reached the last answer stays and it is asked again by itself.
 */
export function useLoad<K, T>(key: () => K | undefined, fetch: (key: K) => Promise<T>, again = 5000): Loaded<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const loading = ref(true)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function reload(): Promise<void> {
    clearTimeout(timer)
    const mine = ++turn
    const asked = key()
    if (asked === undefined) { loading.value = false; return }
    try {
      const found = await fetch(asked)
      if (mine !== turn) return
      data.value = found
      problem.value = undefined
    } catch (error) {
      if (mine !== turn) return
      if (!(error instanceof Problem)) throw error
      problem.value = error
      if (error.retryable) timer = setTimeout(() => void reload(), again)
    } finally {
      if (mine === turn) loading.value = false
    }
  }
  watch(key, (now, before) => {
    if (JSON.stringify(now) === JSON.stringify(before)) return
    data.value = undefined
    problem.value = undefined
    loading.value = true
    void reload()
  })
  void reload()
  onScopeDispose(() => { turn++; clearTimeout(timer) })
  return { data, problem, loading, reload }
}
