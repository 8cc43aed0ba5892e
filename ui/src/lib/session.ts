/** Who is logged in, and as what: one store, shared by console and field. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { api, got, onSessionEnded, Problem, sessionBegan, useHolding, type Schemas } from '@/api/client'

export type Me = Schemas['Me']
export type Holding = Schemas['HoldingView']
const LAST = 'wangge.holding'

export const useSession = defineStore('session', () => {
  const me = ref<Me>()
  /** Asked once at start: until then neither the log-in nor the page is shown. */
  const known = ref(false)
  /** The session ended under an open page: ask for the password over it, keep the page. */
  const ended = ref(false)
  const holding = ref<Holding>()

  function enter(found: Me): void {
    me.value = found
    ended.value = false
    const last = localStorage.getItem(LAST)
    choose(found.holdings.find((h) => h.id === last) ?? found.holdings[0])
  }
  /** Uses another of my posts from now on. */
  function choose(next: Holding | undefined): void {
    holding.value = next
    useHolding(next?.id ?? '')
    if (next) localStorage.setItem(LAST, next.id)
  }
  async function start(): Promise<void> {
    try {
      enter(await got(api.GET('/api/v1/me')))
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401) throw problem
      // Known from before (a phone that started without network), but the session is over.
      ended.value = me.value !== undefined
    } finally {
      known.value = true
    }
  }
  /** Looks again which posts I hold: a cover began or ended. The post in use stays when it can. */
  async function renew(): Promise<void> {
    const found = await got(api.GET('/api/v1/me'))
    me.value = found
    const same = found.holdings.find((h) => h.id === holding.value?.id)
    if (same) holding.value = same
    else choose(found.holdings[0])
  }
  /** Goes on as whoever was logged in last, before (or without) an answer of the server. */
  function resume(last: Me): void {
    enter(last)
    known.value = true
  }
  async function logIn(login: string, password: string): Promise<void> {
    const found = await got(api.POST('/api/v1/session', { body: { login, password } }))
    sessionBegan()
    enter(found)
  }
  /** My own password from now on; all my other sessions end. */
  async function changePassword(current: string, next: string): Promise<void> {
    await api.PUT('/api/v1/me/password', { body: { current, new: next } })
    enter(await got(api.GET('/api/v1/me')))
  }
  async function logOut(): Promise<void> {
    await got(api.DELETE('/api/v1/session'))
    me.value = undefined
    choose(undefined)
  }
  onSessionEnded(() => { if (me.value) ended.value = true })
  const unit = computed(() => holding.value?.unit ?? '')
  return { me, known, ended, holding, unit, start, renew, resume, logIn, changePassword, logOut, choose }
})
