/** Loading with its three ends – there, empty, failed – and nothing stale painted over something newer. */
import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef, type WatchSource } from 'vue'
import { Problem } from '@/api/client'

export interface Load<T> {
  data: ShallowRef<T | undefined>
  busy: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  reload: () => Promise<void>
}

export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, { zh: String(error), en: String(error), code: 'internal' })
}

/** Asks at once and whenever `when` changes; `ask` answers undefined when there is nothing to ask for. */
export function useLoad<T>(ask: () => Promise<T> | undefined, when: WatchSource<unknown> = () => undefined): Load<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem>()
  const busy = ref(false)
  let turn = 0
  async function reload(): Promise<void> {
    const mine = ++turn
    const asked = ask()
    problem.value = undefined
    if (!asked) {
      data.value = undefined
      busy.value = false
      return
    }
    busy.value = true
    try {
      const found = await asked
      if (mine === turn) data.value = found
    } catch (error) {
      if (mine === turn) problem.value = asProblem(error)
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  watch(when, () => { data.value = undefined; void reload() }, { immediate: true })
  onScopeDispose(() => { turn += 1 })
  return { data, busy, problem, reload }
}

export interface KeyPage<T> { items: T[]; next?: string | null | undefined }
export interface Pages<T> {
  items: ShallowRef<T[]>
  next: Ref<string | undefined>
  busy: Ref<boolean>
  problem: ShallowRef<Problem | undefined>
  reload: () => Promise<void>
  more: () => Promise<void>
}

/** A list by key: `more()` appends the next page, `reload()` begins again. */
export function usePages<T>(ask: (after: string | undefined) => Promise<KeyPage<T>> | undefined, when: WatchSource<unknown> = () => undefined): Pages<T> {
  const items = shallowRef<T[]>([])
  const next = ref<string>()
  const busy = ref(false)
  const problem = shallowRef<Problem>()
  let turn = 0
  async function take(after: string | undefined): Promise<void> {
    const mine = ++turn
    const asked = ask(after)
    problem.value = undefined
    if (!asked) {
      items.value = []
      next.value = undefined
      busy.value = false
      return
    }
    busy.value = true
    try {
      const page = await asked
      if (mine !== turn) return
      items.value = after ? [...items.value, ...page.items] : page.items
      next.value = page.next ?? undefined
    } catch (error) {
      if (mine === turn) problem.value = asProblem(error)
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  watch(when, () => { items.value = []; next.value = undefined; void take(undefined) }, { immediate: true })
  onScopeDispose(() => { turn += 1 })
  return { items, next, busy, problem, reload: () => take(undefined), more: async () => { if (next.value && !busy.value) await take(next.value) } }
}
