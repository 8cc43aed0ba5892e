/** Names for codes, each asked for once: lists carry codes only. */
import { shallowReactive } from 'vue'
import { api, got, type Schemas } from '@/api/client'

export type Unit = Schemas['UnitView']
export type Post = Schemas['PostView']

const titles = shallowReactive(new Map<string, string>())
const posts = shallowReactive(new Map<string, Post[]>())
const asked = new Set<string>()

export function learnUnit(unit: Unit): Unit {
  titles.set(unit.code, unit.title)
  return unit
}

/** The unit's title, or its code until that is known. */
export function unitTitle(code: string): string {
  if (!titles.has(code) && !asked.has(code)) {
    asked.add(code)
    got(api.GET('/api/v1/units/{code}', { params: { path: { code } } })).then(learnUnit, () => asked.delete(code))
  }
  return titles.get(code) ?? code
}

export async function postsOf(unit: string): Promise<Post[]> {
  const known = posts.get(unit)
  if (known) return known
  const found = await got(api.GET('/api/v1/units/{code}/posts', { params: { path: { code: unit } } }))
  posts.set(unit, found)
  return found
}

/** `ZH-03 值班长`, or the code until the name is known. */
export function postName(unit: string, post: string, locale: string): string {
  const known = posts.get(unit)
  if (!known && !asked.has(`${unit} posts`)) {
    asked.add(`${unit} posts`)
    postsOf(unit).catch(() => asked.delete(`${unit} posts`))
  }
  const found = known?.find((p) => p.code === post)
  if (!found) return post
  return `${locale === 'en' && found.name_en ? found.name_en : found.name} ${post}`
}
