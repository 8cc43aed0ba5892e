import { describe, expect, it } from 'vitest'

/** `a.b.c` of every word in a nested table. */
function keys(table: object, path = ''): string[] {
  return Object.entries(table).flatMap(([key, value]) => typeof value === 'object' && value !== null ? keys(value as object, `${path}${key}.`) : [`${path}${key}`])
}
const zh = import.meta.glob<{ default: object }>('../src/locales/zh/*.ts', { eager: true })
const en = import.meta.glob<{ default: object }>('../src/locales/en/*.ts', { eager: true })

describe('both languages say everything', () => {
  for (const [path, words] of Object.entries(zh)) {
    const name = path.split('/').pop()
    it(name ?? path, () => {
      const other = en[path.replace('/zh/', '/en/')]
      expect(other, `${name} has no English`).toBeDefined()
      expect(keys(other!.default).sort()).toEqual(keys(words.default).sort())
    })
  }
})
