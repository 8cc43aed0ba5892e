/** Who was logged in last, for a start without network. Nothing secret: the session itself is a cookie. */
import type { Me } from '@/lib/session'

const LAST = 'wangge.field.me'

export function rememberMe(me: Me): void {
  localStorage.setItem(LAST, JSON.stringify({ ...me, csrf: '' }))
}
export function lastMe(): Me | undefined {
  try {
    const found = localStorage.getItem(LAST)
    return found ? (JSON.parse(found) as Me) : undefined
  } catch {
    return undefined
  }
}
export function forgetMe(): void {
  localStorage.removeItem(LAST)
}
