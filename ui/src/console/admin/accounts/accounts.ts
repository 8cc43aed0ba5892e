/** Accounts of a unit, and what can be told from their posts. */
import { api, got, type Schemas } from '@/api/client'

export type Account = Schemas['AccountView']
export type Holding = Schemas['HoldingView']
/** More people than this hold posts of one unit nowhere; a bound against a loop without end. */
const MOST = 1000

/** All of a unit, page by page: for choosing from, never for counting people. */
export async function accountsOf(unit: string): Promise<Account[]> {
  const all: Account[] = []
  let after: string | undefined
  do {
    const page = await got(api.GET('/api/v1/accounts', { params: { query: { unit, limit: 100, ...(after ? { after } : {}) } } }))
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after && all.length < MOST)
  return all
}

/** `now`, `later` or `over`. */
export function phase(holding: Pick<Holding, 'starts' | 'ends'>, now: number): 'now' | 'later' | 'over' {
  if (Date.parse(holding.starts) > now) return 'later'
  return holding.ends && Date.parse(holding.ends) <= now ? 'over' : 'now'
}

/** Who else sits on the same post now: if nobody does, open work would be left alone. */
export function others(all: readonly Account[], account: string, holding: Pick<Holding, 'unit' | 'post'>, now: number): Account[] {
  return all.filter((a) => a.ref !== account && a.holdings.some((h) => h.unit === holding.unit && h.post === holding.post && phase(h, now) === 'now'))
}

/** The roles of administration exclude each other and every other post (三员分立). */
const HANDS = ['system_admin', 'security_admin', 'auditor']
export function handsApart(held: readonly Pick<Holding, 'role'>[], role: string): boolean {
  return !held.some((h) => h.role !== role && (HANDS.includes(h.role) || HANDS.includes(role)))
}

/** A first password that can be read over the telephone: four groups of four, 80 bits. */
export function firstPassword(bytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16))): string {
  const LETTERS = 'abcdefghjkmnpqrstuvwxyz023456789'
  const word = [...bytes].map((b) => LETTERS[b & 31] ?? 'a').join('')
  return word.match(/.{4}/g)?.join('-') ?? word
}
