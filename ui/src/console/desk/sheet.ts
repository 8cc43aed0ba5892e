/** One open case: read, renewed when it moves, with what is new marked for a moment. */
import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { api, got, Problem } from '@/api/client'
import type { Sheet } from './words'

const MARKED = 5_000

export function useSheet(at: Ref<string | undefined>) {
  const sheet = shallowRef<Sheet>()
  const loading = ref(false)
  const problem = shallowRef<Problem>()
  /** Steps above this number arrived while the case was open. */
  const newAbove = ref(Infinity)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    const wanted = at.value
    const mine = ++turn
    if (!wanted) { sheet.value = undefined; problem.value = undefined; return }
    const before = sheet.value?.ref === wanted ? sheet.value : undefined
    if (!before) { sheet.value = undefined; loading.value = true }
    try {
      const found = await got(api.GET('/api/v1/cases/{ref}', { params: { path: { ref: wanted } } }))
      if (mine !== turn) return
      problem.value = undefined
      if (before && found.version > before.version) {
        newAbove.value = before.timeline.at(-1)?.n ?? 0
        clearTimeout(timer)
        timer = setTimeout(() => { newAbove.value = Infinity }, MARKED)
      }
      sheet.value = found
    } catch (caught) {
      if (mine !== turn) return
      // An open case stays readable when it cannot be renewed just now.
      if (!before || !(caught instanceof Problem) || caught.status === 404) problem.value = caught instanceof Problem ? caught : new Problem(0, { detail: String(caught) })
    } finally {
      if (mine === turn) loading.value = false
    }
  }
  watch(at, () => { newAbove.value = Infinity; void read() }, { immediate: true })
  onScopeDispose(() => { turn += 1; clearTimeout(timer) })
  /** An event about a case: renew it if it is the open one and has moved on. */
  function hear(one: string, version: unknown): void {
    if (one === at.value && !(typeof version === 'number' && sheet.value && version <= sheet.value.version)) void read()
  }
  return { sheet, loading, problem, newAbove, read, hear }
}
