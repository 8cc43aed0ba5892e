/**
 * A matter's questions: the part of JSON Schema that the catalogue uses, read into form fields. What is not
 * understood is left out of the form: questions are never demanded here, the server and the handler ask again.
 */
export type Answer = string | number | boolean | string[]
export type Answers = Record<string, Answer>
export interface Field {
  name: string
  kind: 'choice' | 'many' | 'yesno' | 'number' | 'date' | 'time' | 'text'
  zh: string
  en: string
  required: boolean
  options: string[]
  min?: number
  max?: number
  whole?: boolean
  maxLength?: number
}

type Bag = Record<string, unknown>
const bag = (value: unknown): Bag => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Bag) : {})
const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [])
const amount = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

export function fields(schema: unknown): Field[] {
  const top = bag(schema)
  const required = new Set(words(top.required))
  return Object.entries(bag(top.properties)).flatMap(([name, raw]) => {
    const one = bag(raw)
    const kind = kindOf(one)
    if (!kind) return []
    const [zh = name, en = zh] = String(one.title ?? name).split(/\s*\/\s*/)
    const options = kind === 'many' ? words(bag(one.items).enum) : words(one.enum)
    return [{
      name, kind, zh, en, options, required: required.has(name), whole: one.type === 'integer',
      min: amount(one.minimum), max: amount(one.maximum), maxLength: amount(one.maxLength),
    }]
  })
}

function kindOf(one: Bag): Field['kind'] | undefined {
  if (one.type === 'boolean') return 'yesno'
  if (one.type === 'number' || one.type === 'integer') return 'number'
  if (one.type === 'array') return words(bag(one.items).enum).length > 0 ? 'many' : undefined
  if (one.type !== 'string') return undefined
  if (words(one.enum).length > 0) return 'choice'
  if (one.format === 'date') return 'date'
  return one.format === 'time' || isClock(one.pattern) ? 'time' : 'text'
}

/** A pattern that takes times of day and nothing else. */
function isClock(pattern: unknown): boolean {
  if (typeof pattern !== 'string') return false
  try {
    const test = new RegExp(pattern)
    return ['00:00', '09:30', '23:59'].every((t) => test.test(t)) && !['24:00', '9', 'abc', ''].some((t) => test.test(t))
  } catch {
    return false
  }
}

/** What is sent: answered questions only. Nothing, if a required one is open: then the handler asks. */
export function sendable(asked: readonly Field[], given: Answers): Answers | undefined {
  const out: Answers = {}
  for (const field of asked) {
    const value = given[field.name]
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    if (!empty) out[field.name] = value
    else if (field.required) return undefined
  }
  return Object.keys(out).length > 0 ? out : undefined
}
