/** My reports, remembered on this device only; each can be forgotten again. */
import { ref } from 'vue'

export interface Mine {
  token: string
  number: string
  /** The first words, so that the person knows which one it is. */
  label: string
  at: string
  kind: 'report' | 'support'
}

const KEY = 'wangge.mine'
const MOST = 50

function read(): Mine[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter((m): m is Mine => typeof m?.token === 'string' && typeof m?.number === 'string') : []
  } catch {
    return []
  }
}
const list = ref<Mine[]>(read())
function write(next: Mine[]): void {
  list.value = next
  try { localStorage.setItem(KEY, JSON.stringify(next)) } catch { /* A full or forbidden store: the slip still has the number. */ }
}

export function useMine() {
  return {
    list,
    remember: (one: Mine): void => write([one, ...list.value.filter((m) => m.token !== one.token)].slice(0, MOST)),
    forget: (token: string): void => write(list.value.filter((m) => m.token !== token)),
    forgetAll: (): void => write([]),
    has: (token: string): boolean => list.value.some((m) => m.token === token),
  }
}

/** The follow code in what somebody pasted: the bare code, the whole address, or words around it. */
export function tokenIn(text: string): string | undefined {
  return /(?:^|[^0-9a-z~.-])((?:city|\d{6}(?:~d\d+)?)\.[0-9a-z-]{8,})/i.exec(text.trim())?.[1]
}

export function followUrl(token: string): string {
  return `${location.origin}/follow/${token}`
}
