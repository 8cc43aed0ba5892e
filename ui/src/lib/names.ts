/** What units and posts are called: asked once each, kept while the page lives, a few requests at a time. */
import { defineStore } from 'pinia'
import { reactive } from 'vue'
import { api, got, type Schemas } from '@/api/client'

type Unit = Schemas['UnitView']
type Post = Schemas['PostView']
type Seat = Schemas['Seat']
const AT_ONCE = 4

/** A place as it is called within a unit, whose name everybody there knows: 谢家湾街道民主村社区 → 民主村社区. */
export function inside(place: string, unit: string | undefined): string {
  return unit && place.startsWith(unit) && place.length > unit.length ? place.slice(unit.length) : place
}

export const useNames = defineStore('names', () => {
  const units = reactive(new Map<string, Unit>())
  const posts = reactive(new Map<string, Post[]>())
  const asked = new Set<string>()
  const line: (() => Promise<void>)[] = []
  let running = 0

  function run(job: () => Promise<void>): void {
    line.push(job)
    while (running < AT_ONCE && line.length > 0) {
      running += 1
      // A name that cannot be had now stays a code; the next look asks again.
      void line.shift()!().catch(() => undefined).finally(() => { running -= 1; if (line.length > 0) run(line.shift()!) })
    }
  }
  function once(key: string, job: () => Promise<void>): void {
    if (asked.has(key)) return
    asked.add(key)
    run(async () => { try { await job() } catch (problem) { asked.delete(key); throw problem } })
  }
  /** Remembers units that came along with another answer. */
  function learn(found: Unit[]): void { for (const unit of found) { units.set(unit.code, unit); asked.add(unit.code) } }
  /** The unit, once it is known; asking is enough to have it fetched. */
  function unit(code: string | null | undefined): Unit | undefined {
    if (!code) return undefined
    once(code, async () => { units.set(code, await got(api.GET('/api/v1/units/{code}', { params: { path: { code } } }))) })
    return units.get(code)
  }
  /** Its name in the reader's language; the code until it is known. */
  function unitName(code: string | null | undefined, locale = 'zh'): string {
    const found = unit(code)
    if (!found) return code ?? ''
    return locale === 'en' && found.name_en ? found.name_en : found.level === 'grid' ? `${found.path.at(-1)?.name ?? ''}${found.name}` : found.name
  }
  /** A place that came with its Chinese name, in the reader's language where it has a name in it. */
  function placeName(place: { code: string; name: string }, locale = 'zh'): string {
    return (locale === 'en' && unit(place.code)?.name_en) || place.name
  }
  function postsOf(code: string): Post[] | undefined {
    once(`${code}/posts`, async () => { posts.set(code, await got(api.GET('/api/v1/units/{code}/posts', { params: { path: { code } } }))) })
    return posts.get(code)
  }
  /** `区城市管理局`, `谢家湾街道 · 城建岗`. */
  function seat(at: Seat | null | undefined, locale = 'zh'): string {
    if (!at) return ''
    const name = unitName(at.unit, locale)
    if (!at.post) return name
    return `${name} · ${postName(at, locale)}`
  }
  /** The post alone; its code until it is known. */
  function postName(at: { unit: string; post?: string | null | undefined }, locale = 'zh'): string {
    const post = postsOf(at.unit)?.find((p) => p.code === at.post)
    return post ? (locale === 'en' ? post.name_en : post.name) : (at.post ?? '')
  }
  return { units, learn, unit, unitName, placeName, postsOf, postName, seat }
})
