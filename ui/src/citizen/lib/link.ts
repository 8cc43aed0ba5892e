/** A contractor's link: what is to be done, and words and photos back, without an account. */
import { ref, shallowRef, toRaw } from 'vue'
import { api, got, newKey, Problem, upload, type Schemas } from '@/api/client'
import { now } from '@/lib/time'
import { deviceStore, type Carried, type Store } from './draft'
import { covered } from './photo'
import { makeSending } from './sending'

export type LinkSheet = Schemas['LinkSheet']
type Body = Schemas['LinkReport']
type Taken = Schemas['LinkTaken']
/** What went out from this device, to be looked at again. */
export interface Sent { at: number; text: string; pictures: Blob[] }
/** Kept together: the sheet, too, so that it can be read again where there is no network. */
interface Kept { sheet?: LinkSheet; sent: Sent[] }

const blank = (): Carried => ({ key: newKey(), text: '', photos: [], saved: 0 })
const isEmpty = (draft: Carried): boolean => !draft.text.trim() && draft.photos.length === 0

export interface LinkLine {
  look(token: string): Promise<LinkSheet>
  upload(picture: Blob, name: string, key: string, district: string): Promise<string>
  report(token: string, body: Body, key: string): Promise<Taken>
}
const line: LinkLine = {
  look: (token) => got(api.GET('/api/v1/links/{token}', { params: { path: { token } } })),
  upload: async (picture, name, key, district) => (await upload(picture, name, { key, district })).ref,
  report: (token, body, key) => got(api.POST('/api/v1/links/{token}/reports', { params: { path: { token }, header: { 'Idempotency-Key': key } }, body })),
}

export function makeLink(token: string, drafts: Store<Carried> = deviceStore(`link ${token}`), shelf: Store<Kept> = deviceStore(`sent ${token}`), to: LinkLine = line) {
  const sheet = shallowRef<LinkSheet>()
  /** Why there is nothing to see, or nothing more to send. */
  const shut = shallowRef<Problem>()
  /** What is shown was read before; the server was not reached just now. */
  const old = ref(false)
  const sent = shallowRef<Sent[]>([])
  const sending = makeSending<Carried, Body, Taken>(drafts, {
    blank, isEmpty,
    // A token names its district, too; the sheet's word counts.
    upload: (picture, name, key) => to.upload(picture, name, key, sheet.value?.district ?? token.split('.')[0] ?? ''),
    report: (body, key) => to.report(token, body, key),
  })

  async function keep(): Promise<void> {
    await shelf.save({ ...(sheet.value ? { sheet: sheet.value } : {}), sent: sent.value }).catch(() => undefined)
  }
  async function look(): Promise<void> {
    try {
      sheet.value = await to.look(token)
      shut.value = undefined
      old.value = false
      await keep()
    } catch (thrown) {
      const found = thrown instanceof Problem ? thrown : new Problem(0, {})
      if (found.retryable && sheet.value) { old.value = true; return }
      shut.value = found
      if (!found.retryable) { sheet.value = undefined; await keep() }
    }
  }
  async function start(): Promise<void> {
    const kept = await shelf.load().catch(() => undefined)
    if (kept) { sheet.value = kept.sheet; sent.value = kept.sent }
    await Promise.all([sending.load(), look()])
  }
  /** Sends, or sends again; whether it has arrived. */
  async function send(wordless: string): Promise<boolean> {
    const text = sending.draft.text.trim() || wordless
    const pictures = await Promise.all(sending.draft.photos.map((p) => covered(toRaw(p).picture, p.marks).catch(() => p.picture)))
    const taken = await sending.send(() => {
      const files = sending.draft.photos.flatMap((p) => (p.ref ? [p.ref] : []))
      return { text, ...(files.length > 0 ? { files } : {}) }
    })
    if (taken) {
      sent.value = [{ at: now(), text, pictures }, ...sent.value]
      await keep()
    } else if ([404, 409].includes(sending.problem.value?.status ?? 0)) await look()
    return taken !== undefined
  }
  return { ...sending, sheet, shut, old, sent, look, start, send }
}
