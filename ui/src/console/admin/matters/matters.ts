/** The catalogue: reading all of it, its versions, and what differs between two of them. */
import { api, got, type Schemas } from '@/api/client'

export type Matter = Schemas['Matter']

export async function allMatters(): Promise<Matter[]> {
  const all: Matter[] = []
  let after: string | undefined
  do {
    const page = await got(api.GET('/api/v1/matters', { params: { query: { limit: 100, ...(after ? { after } : {}) } } }))
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after)
  return all
}

/** Every version, the newest first: in force, to come, and past. */
export async function versionsOf(code: string): Promise<Matter[]> {
  return (await got(api.GET('/api/v1/matters/{code}/versions', { params: { path: { code } } }))).items
}

/** What a version says, flat, in the order in which people read it. */
export function lines(matter: Matter): [key: string, value: string][] {
  const list = (all: readonly string[] | undefined): string => (all ?? []).join(' ')
  const limits = Object.entries(matter.limits ?? {}) as [string, string | null | undefined][]
  const questions = matter.questions as { properties?: Record<string, unknown>; required?: string[] } | null | undefined
  return [
    ['name_zh', matter.name_zh], ['name_en', matter.name_en], ['kind', matter.kind], ['tier', matter.tier], ['level', matter.level], ['board', matter.board],
    ['urgency', matter.urgency], ['privacy', matter.privacy], ['heading', matter.heading ?? ''], ['cadence', matter.cadence ?? ''],
    ['lead_post', matter.lead_post], ['assist_posts', list(matter.assist_posts)], ['lead_department', matter.lead_department ?? ''], ['assist_departments', list(matter.assist_departments)],
    ...STAGES.map((stage): [string, string] => [`limits.${stage}`, limits.find(([key]) => key === stage)?.[1] ?? '']),
    ['filing_zh', matter.filing_zh ?? ''], ['filing_en', matter.filing_en ?? ''], ['closing_zh', matter.closing_zh ?? ''], ['closing_en', matter.closing_en ?? ''],
    ['nothing_found', String(matter.nothing_found ?? false)], ['evidence', matter.evidence], ['minutes', String(matter.minutes ?? 0)],
    ...Object.entries(questions?.properties ?? {}).map(([name, schema]): [string, string] => [`questions.${name}`, `${JSON.stringify(schema)}${questions?.required?.includes(name) ? ' *' : ''}`]),
    ['basis', matter.basis ?? ''], ['source', matter.source ?? ''],
  ]
}
export const STAGES = ['verify', 'dispatch', 'report_in', 'handle', 'check'] as const

export interface Difference { key: string; before: string; after: string; changed: boolean }

/** Both versions line by line; a line that only one of them has is a change, too. */
export function differences(before: Matter, after: Matter): Difference[] {
  const old = new Map(lines(before))
  const now = new Map(lines(after))
  const keys = [...new Set([...now.keys(), ...old.keys()])]
  return keys.map((key) => {
    const one = { key, before: old.get(key) ?? '', after: now.get(key) ?? '' }
    return { ...one, changed: one.before !== one.after }
  })
}

/** `4wh` in words: the number and the unit of time that counts. */
export function limit(text: string): { n: number; unit: string } | undefined {
  const found = /^(\d+)(min|wh|wd|h|cd)$/.exec(text)
  return found ? { n: Number(found[1]), unit: found[2] ?? '' } : undefined
}

export interface Question { name: string; title: string; required: boolean; kind: string; choices: string[] }
/** The questions to the reporter as people read them. */
export function questions(matter: Matter): Question[] {
  const schema = matter.questions as { properties?: Record<string, { title?: string; type?: string; enum?: unknown[]; items?: { enum?: unknown[] } }>; required?: string[] } | null | undefined
  return Object.entries(schema?.properties ?? {}).map(([name, one]) => ({
    name, title: one.title ?? name, required: schema?.required?.includes(name) ?? false,
    kind: one.enum ? 'one' : one.items?.enum ? 'many' : (one.type ?? 'string'),
    choices: (one.enum ?? one.items?.enum ?? []).map(String),
  }))
}

/** A note of the lists as it is said: what the seed marks 示例 is an example in English, too. */
export const noted = (note: string, t: (key: string) => string): string => (note === '示例' ? t('common.example') : note)
