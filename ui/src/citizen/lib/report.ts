/** The report as it is written and sent. */
import { api, got, upload, type Schemas } from '@/api/client'
import { blank, deviceStore, isEmpty, type Draft, type Store } from './draft'
import type { Answers } from './questions'
import { makeSending } from './sending'

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
  const sending = makeSending<Draft, Schemas['Report'], Receipt>(store, { blank, isEmpty, upload: to.upload, report: to.report })
  const send = (wordless: string, answers?: Answers): Promise<Receipt | undefined> => sending.send(() => bodyOf(sending.draft, wordless, answers))
  return { ...sending, send }
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
