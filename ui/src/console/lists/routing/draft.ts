/** The rules as somebody drafts them: kept while the pages of the office are walked through. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { mark, tidy, type Rule, type Version } from '../lib/routing'

export const useRoutingDraft = defineStore('lists-routing-draft', () => {
  /** What counts newest: a draft begins with it. */
  const base = shallowRef<Rule[]>([])
  const rules = shallowRef<Rule[]>()
  /** The newest version when it was begun: another one since, and it is not put in force over it. */
  const seen = shallowRef(0)
  const ended = computed(() => (rules.value ? base.value.filter((old) => !rules.value!.some((rule) => rule.code === old.code)) : []))
  const changed = computed(() => ended.value.length > 0 || !!rules.value?.some((rule) => mark(rule, base.value) !== 'same'))
  function begin(from: Version | undefined): void {
    if (rules.value) return
    seen.value = from?.version ?? 0
    base.value = (from?.rules ?? []).map(tidy)
    rules.value = [...base.value]
  }
  /** Adds a rule, or puts it in place of the one it was. */
  function put(rule: Rule, was?: string): void {
    const said = tidy(rule)
    const all = rules.value ?? []
    rules.value = was && all.some((one) => one.code === was) ? all.map((one) => (one.code === was ? said : one)) : [...all, said]
  }
  function end(code: string): void { rules.value = rules.value?.filter((rule) => rule.code !== code) }
  function discard(): void { rules.value = undefined }
  return { base, rules, seen, ended, changed, begin, put, end, discard }
})
