import type { Counted } from './types'
/** Parts of a trial are added up. */
export function adding(all: Counted | undefined, part: Counted): Counted {
  if (!all) return { ...part }
  return Object.fromEntries((Object.keys(part) as (keyof Counted)[]).map((k) => [k, all[k] + part[k]])) as unknown as Counted
}
