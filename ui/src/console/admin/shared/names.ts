/** Names for codes in administration: titles, because names of communities repeat between towns. */
import { api, got, type Schemas } from '@/api/client'
import { useNames } from '@/lib/names'

export type Unit = Schemas['UnitView']
export type Post = Schemas['PostView']

export function learnUnit(unit: Unit): Unit {
  useNames().learn([unit])
  return unit
}

/** The unit's title, or its code until that is known. */
export function unitTitle(code: string): string {
  return useNames().unit(code)?.title ?? code
}

export function postsOf(unit: string): Promise<Post[]> {
  return got(api.GET('/api/v1/units/{code}/posts', { params: { path: { code: unit } } }))
}

/** `值班长 ZH-03`, or the code until the name is known. */
export function postName(unit: string, post: string, locale: string): string {
  const found = useNames().postsOf(unit)?.find((p) => p.code === post)
  if (!found) return post
  return `${locale === 'en' && found.name_en ? found.name_en : found.name} ${post}`
}
