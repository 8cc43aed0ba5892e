/**
 * Something written and sent exactly once, whatever happens to the answer: the key and the body are written down
 * before the first attempt and stay the same until the server has answered, over reloads, too.
 */
import { reactive, ref, toRaw, watch } from 'vue'
import { newKey, Problem } from '@/api/client'
import type { Carried, Photo, Store } from './draft'
import { covered } from './photo'

export type Phase = 'loading' | 'writing' | 'sending' | 'waiting'

/** Where it goes. */
export interface Course<D extends Carried, B, R> {
  blank(): D
  isEmpty(draft: D): boolean
  /** Answers the picture's reference. */
  upload(photo: Blob, name: string, key: string, draft: D): Promise<string>
  report(body: B, key: string): Promise<R>
}

/** IndexedDB takes no proxies. */
function bare<T>(value: T): T {
  const raw = toRaw(value)
  if (Array.isArray(raw)) return raw.map(bare) as T
  if (typeof raw !== 'object' || raw === null || Object.getPrototypeOf(raw) !== Object.prototype) return raw
  return Object.fromEntries(Object.entries(raw).map(([name, one]) => [name, bare(one as unknown)])) as T
}

export function makeSending<D extends Carried, B, R>(store: Store<D>, to: Course<D, B, R>) {
  const draft = reactive(to.blank()) as D
  const phase = ref<Phase>('loading')
  const problem = ref<Problem>()
  /** 1-based number of the picture on its way; 0: the words themselves. */
  const at = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined

  async function save(): Promise<void> {
    clearTimeout(timer)
    if (to.isEmpty(draft)) await store.clear().catch(() => undefined)
    else await store.save({ ...bare(draft), saved: Date.now() }).catch(() => undefined)
  }
  function reset(next: D): void {
    for (const name of Object.keys(draft)) delete (draft as unknown as Record<string, unknown>)[name]
    Object.assign(draft, next)
  }
  async function load(): Promise<void> {
    const kept = await store.load().catch(() => undefined)
    if (kept && to.isEmpty(draft)) reset({ ...to.blank(), ...kept })
    phase.value = draft.body ? 'waiting' : 'writing'
    watch(draft, () => {
      if (phase.value !== 'writing') return
      clearTimeout(timer)
      timer = setTimeout(() => void save(), 250)
    }, { deep: true })
  }

  async function discard(): Promise<void> {
    clearTimeout(timer)
    reset(to.blank())
    problem.value = undefined
    phase.value = 'writing'
    await store.clear().catch(() => undefined)
  }

  function addPhoto(photo: Omit<Photo, 'id' | 'key' | 'marks' | 'looked'>): Photo {
    const one: Photo = { ...photo, id: newKey(), key: newKey(), marks: [], looked: false }
    draft.photos.push(one)
    return draft.photos[draft.photos.length - 1] as Photo
  }
  function mark(photo: Photo, marks: Photo['marks']): void {
    photo.marks = marks
    photo.looked = true
    // Another picture than before: what went up, if anything did, is not referred to and is swept away.
    delete photo.ref
    photo.key = newKey()
  }
  function removePhoto(id: string): void {
    draft.photos = draft.photos.filter((p) => p.id !== id)
  }

  /** Sends, or sends again, what `make` puts together. Answers what came back when it has arrived. */
  async function send(make: () => B): Promise<R | undefined> {
    if (phase.value === 'sending') return undefined
    phase.value = 'sending'
    problem.value = undefined
    try {
      if (!draft.body) {
        for (const [i, photo] of draft.photos.entries()) {
          at.value = i + 1
          if (photo.ref) continue
          photo.ref = await to.upload(await covered(toRaw(photo).picture, photo.marks), 'photo.jpg', photo.key, draft)
          await save()
        }
        draft.body = JSON.stringify(make())
        await save()
      }
      at.value = 0
      const receipt = await to.report(JSON.parse(draft.body) as B, draft.key)
      await discard()
      return receipt
    } catch (thrown) {
      await failed(thrown instanceof Problem ? thrown : new Problem(0, {}))
      return undefined
    }
  }

  /** An answer that says "not done" frees the words again; none, or an unclear one, keeps body and key as they are. */
  async function failed(found: Problem): Promise<void> {
    problem.value = found
    // 429 is counted before the key is looked up: it says nothing about an earlier attempt.
    const certain = found.status >= 400 && found.status < 500 && found.status !== 408 && found.status !== 429
    if (certain) {
      delete draft.body
      // A refused reference is a picture that was kept for a day only: it goes up again.
      if (found.body.fields?.some((f) => f.field.includes('files')) || found.status === 404) {
        for (const photo of draft.photos) { delete photo.ref; photo.key = newKey() }
      }
    }
    phase.value = draft.body ? 'waiting' : 'writing'
    await save()
  }

  return { draft, phase, problem, at, load, save, discard, addPhoto, mark, removePhoto, send }
}
