import type { Schemas } from '@/api/client'

/** Parts of a trial are added up. */
export function adding(all: Schemas['TrialCounted'] | undefined, part: Schemas['TrialCounted']): Schemas['TrialCounted'] {
  if (!all) return { ...part }
  return Object.fromEntries((Object.keys(part) as (keyof Schemas['TrialCounted'])[]).map((k) => [k, all[k] + part[k]])) as unknown as Schemas['TrialCounted']
}
