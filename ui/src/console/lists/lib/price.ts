/** From a price to what a person sees and can do about it. */
import type { Schemas } from '@/api/client'

/** A bar of minutes against the ceiling, in percent of its width; the ceiling stands where `mark` is. */
export interface Bar { before: number; more: number; less: number; mark: number; over: boolean }
export function bar(before: number, after: number, ceiling: number): Bar {
  const full = Math.max(ceiling * 1.25, before, after, 1)
  const share = (minutes: number): number => Math.round((Math.max(0, minutes) / full) * 1000) / 10
  return { before: share(Math.min(before, after)), more: share(Math.max(0, after - before)), less: share(Math.max(0, before - after)), mark: share(ceiling), over: after > ceiling }
}

/** The place with most to bear afterwards. */
export function worst(price: Schemas['Price']): Schemas['PlaceLoad'] | undefined {
  return [...price.worst].sort((a, b) => b.share - a.share)[0]
}

export type Advice = 'fits' | 'nothing' | 'merge' | 'merged' | 'swap' | 'swapped' | 'less'
/** What to do next about a price. */
export function advice({ price }: Schemas['PriceSheet']): Advice {
  if (price.verdict === 'merge') return 'merge'
  if (price.verdict === 'swap') return 'swap'
  if (price.verdict === 'refused') return 'less'
  if (price.year === 0 && !price.each_trigger) return 'nothing'
  if (price.given_up.length > 0) return 'swapped'
  return price.merged ? 'merged' : 'fits'
}
/** Whether a proposal with such prices would be turned back at the burden check. */
export function blocks(prices: readonly Schemas['PriceSheet'][]): boolean {
  return prices.some((sheet) => ['merge', 'swap', 'less'].includes(advice(sheet)))
}

/** What the proposal retires: room for what is new. */
export function givenUp(content: Pick<Schemas['ProposalContent'], 'items'>): string[] {
  return content.items.filter((i) => i.sort === 'retire').map((i) => i.code)
}
/** What of that counts for an entry on `tier`: only its own list. */
export function roomOn(content: Pick<Schemas['ProposalContent'], 'items'>, tier: Schemas['Tier'], tierOf: (code: string) => Schemas['Tier'] | undefined): string[] {
  return givenUp(content).filter((code) => tierOf(code) === tier)
}
/** Adds an entry to be retired for the new one, or takes it out again. */
export function toggleSwap(items: readonly Schemas['ProposalItem'][], code: string): Schemas['ProposalItem'][] {
  const there = items.some((i) => i.sort === 'retire' && i.code === code)
  return there ? items.filter((i) => !(i.sort === 'retire' && i.code === code)) : [...items, { sort: 'retire', code }]
}
