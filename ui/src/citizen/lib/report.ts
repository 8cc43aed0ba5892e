/**
 * The report as it is written and sent. Sent exactly once, whatever happens to the answer: the key and the body are
 * written down before the first attempt and stay the same until the server has answered, over reloads, too.
 */
import { reactive, ref, toRaw, watch } from 'vue'
import { api, got, newKey, Problem, upload, type Schemas } from '@/api/client'
import { blank, deviceStore, isEmpty, type Draft, type Photo, type Store } from './draft'
import { covered } from './photo'
import type { Answers } from './questions'

export type Phase = 'loading' | 'writing' | 'sending' | 'waiting'
export type Receipt = Schemas['Receipt']

export interface Line {
  upload(photo: Blob, name: string, key: string, draft: Draft): Promise<string>
  report(body: Schemas['Report'], key: string): Promise<Receipt>
}

const line: Line = {
  upload: async (picture, name, key, draft) => {
    const spot = draft.spot
    const at = spot ? (spot.exact ? { at: { lon: spot.lon, lat: spot.lat } } : { district: spot.district }) : {}
    return (await upload(picture, name, { key, ...at })).ref
  },
  report: (body, key) => got(api.POST('/api/v1/cases', { body, headers: { 'idempotency-key': key } })),
}

/** What the server gets. Pictures alone are a report, too: then these words stand for the text. */
export function bodyOf(draft: Draft, wordless: string, answers: Answers | undefined): Schemas['Report'] {
  const { spot } = draft
  // Said outright: somebody of the staff who is logged in reports here as anybody else, and gets a code to follow.
  const body: Schemas['Report'] = { text: draft.text.trim() || wordless, place: draft.place.trim(), channel: 'citizen' }
  if (spot?.exact) body.point = { lon: spot.lon, lat: spot.lat }
  else if (spot) body.grid = spot.grid
  if (draft.matter) body.matter = draft.matter.code
  if (draft.matter && answers) body.answers = answers
  if (draft.happened) body.happened = draft.happened
  const files = draft.photos.flatMap((p) => (p.ref ? [p.ref] : []))
  if (files.length > 0) body.files = files
  if (draft.name.trim()) body.name = draft.name.trim()
  if (draft.phone.trim()) body.phone = draft.phone.trim()
  if (draft.named && (draft.name.trim() || draft.phone.trim())) body.named = true
  return body
}

export function makeReport(store: Store = deviceStore(), to: Line = line) {
  const draft = reactive<Draft>(blank())
  const phase = ref<Phase>('loading')
  const problem = ref<Problem>()
  /** 1-based number of the picture on its way; 0: the report itself. */
  const at = ref(0)
  let timer: ReturnType<typeof setTimeout> | undefined

  /** IndexedDB takes no proxies. */
  const plain = (): Draft => ({
    ...toRaw(draft),
    ...(draft.spot ? { spot: { ...toRaw(draft.spot) } } : {}),
    ...(draft.matter ? { matter: { ...toRaw(draft.matter) } } : {}),
    answers: JSON.parse(JSON.stringify(draft.answers)) as Answers,
    photos: draft.photos.map((p) => ({ ...toRaw(p), marks: p.marks.map((m) => ({ ...toRaw(m) })), found: { ...toRaw(p.found) } })),
    saved: Date.now(),
  })
  async function save(): Promise<void> {
    clearTimeout(timer)
    if (isEmpty(draft)) await store.clear().catch(() => undefined)
    else await store.save(plain()).catch(() => undefined)
  }
  function reset(next: Draft): void {
    for (const key of Object.keys(draft)) delete (draft as unknown as Record<string, unknown>)[key]
    Object.assign(draft, next)
  }
  async function load(): Promise<void> {
    const kept = await store.load().catch(() => undefined)
    if (kept && isEmpty(draft)) reset({ ...blank(), ...kept })
    phase.value = draft.body ? 'waiting' : 'writing'
    watch(draft, () => {
      if (phase.value !== 'writing') return
      clearTimeout(timer)
      timer = setTimeout(() => void save(), 250)
    }, { deep: true })
  }

  async function discard(): Promise<void> {
    clearTimeout(timer)
    reset(blank())
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

  /** Sends, or sends again. Answers the receipt when the report has arrived. */
  async function send(wordless: string, answers?: Answers): Promise<Receipt | undefined> {
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
        draft.body = JSON.stringify(bodyOf(draft, wordless, answers))
        await save()
      }
      at.value = 0
      const receipt = await to.report(JSON.parse(draft.body) as Schemas['Report'], draft.key)
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

export type ReportDesk = ReturnType<typeof makeReport>
let desk: (ReportDesk & { ready: Promise<void> }) | undefined
/** The one report of this page; `ready` when what was kept on the device is there. */
export function useReport(): ReportDesk & { ready: Promise<void> } {
  if (!desk) {
    const made = makeReport()
    desk = { ...made, ready: made.load() }
  }
  return desk
}
