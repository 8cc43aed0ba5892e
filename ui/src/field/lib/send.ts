/** One attempt at one entry: its photos first, each with its own key and progress, then the entry itself. */
import { headers, newKey, Problem, problemOf, sessionNow } from '@/api/client'
import { db, type Entry, type Photo, type Receipt, type Stands } from './db'
import { mustUpload, type Answer } from './outbox'
import { photo } from './photo'

const PATIENCE = 60_000

export interface Watch {
  /** 0…1 over all bytes of the entry's photos. */
  progress(part: number): void
}

/** Says of every answer whether the server can have read the request. */
export async function attempt(entry: Entry, watch: Watch, now: number): Promise<Answer> {
  const files: string[] = []
  try {
    let done = 0
    for (const id of entry.photos) {
      const found = await photo(id)
      if (!found) continue
      // While the outcome of an earlier attempt is unknown, the very same body has to go out again.
      if (found.ref !== undefined && (entry.unsure || !mustUpload(found, now))) files.push(found.ref)
      else {
        const share = (part: number): void => watch.progress((done + part) / entry.photos.length)
        files.push(await uploadPhoto(found, entry, share, now))
      }
      done += 1
    }
  } catch (problem) {
    return wrong(problem, false)
  }
  try {
    if (entry.kind === 'tick') return (await tick([entry], files))[0] ?? wrong(undefined, true)
    return { ok: true, receipt: (await post(entry, `/api/v1/cases${entry.kind === 'report' ? '' : `/${entry.subject}/actions`}`, files.length ? { ...entry.body, files } : entry.body)) as Receipt }
  } catch (problem) {
    if (problem instanceof Problem && files.length && namesFiles(problem) && (await forgetUploads(entry, now))) {
      return { ok: false, status: 503, body: { ...problem.body, code: 'store.retry' }, reached: false }
    }
    return wrong(problem, true)
  }
}

/** One attempt at several ticks without pictures: one request, an answer for each. */
export async function attemptTicks(entries: Entry[]): Promise<Answer[]> {
  try {
    return await tick(entries, [])
  } catch (problem) {
    return entries.map(() => wrong(problem, true))
  }
}

interface TickAnswers { items: (Stands & { key: string; problem?: { code: string; zh: string; en: string } })[] }
async function tick(entries: Entry[], files: string[]): Promise<Answer[]> {
  const first = entries[0]
  if (!first) return []
  const body = { ticks: entries.map((entry) => ({ ...entry.body, key: entry.key, ...(files.length ? { files } : {}) })) }
  const { items } = (await post(first, '/api/v1/duties/ticks', body)) as TickAnswers
  return entries.map((entry): Answer => {
    const said = items.find((one) => one.key === entry.key)
    if (!said) return wrong(undefined, true)
    if (said.problem) return { ok: false, status: 409, body: said.problem, reached: true }
    return { ok: true, stands: { ...(said.state ? { state: said.state } : {}), ...(said.case ? { case: said.case } : {}) } }
  })
}

function namesFiles(problem: Problem): boolean {
  return problem.body.fields?.some((f) => f.field.includes('files')) ?? false
}
/** The server no longer has them (a queue that slept for days): the next attempt brings them anew, once. */
async function forgetUploads(entry: Entry, now: number): Promise<boolean> {
  let any = false
  for (const id of entry.photos) {
    const found = await photo(id)
    if (!found?.ref || (found.uploaded ?? now) > now - 3_600_000) continue
    const { ref: _ref, uploaded: _uploaded, ...rest } = found
    await (await db()).put('photos', { ...rest, key: newKey() })
    any = true
  }
  return any
}

class PhotoRefused extends Error {
  constructor(readonly problem: Problem, readonly photo: string) { super('photo') }
}
class RetryAfter extends Error {
  constructor(readonly problem: Problem, readonly seconds: number) { super('later') }
}

function wrong(thrown: unknown, reached: boolean): Answer {
  const refused = thrown instanceof PhotoRefused ? thrown : undefined
  const later = thrown instanceof RetryAfter ? thrown : undefined
  const problem = refused?.problem ?? later?.problem ?? (thrown instanceof Problem ? thrown : new Problem(0, {}))
  return { ok: false, status: problem.status, body: { ...problem.body }, reached, photo: refused?.photo, retryAfter: later?.seconds }
}

async function post(entry: Entry, path: string, body: unknown): Promise<unknown> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), PATIENCE)
  try {
    const asked = sessionNow()
    const response = await fetch(path, {
      method: 'POST', body: JSON.stringify(body), signal: stop.signal, credentials: 'same-origin',
      headers: { ...dress(entry), 'content-type': 'application/json', 'idempotency-key': entry.key },
    }).catch(() => { throw new Problem(0, {}) })
    if (response.ok) return (await response.json().catch(() => { throw new Problem(0, {}) })) as unknown
    throw await refusal(response, asked)
  } finally {
    clearTimeout(timer)
  }
}

async function refusal(response: Response, asked: number): Promise<Error> {
  const problem = await problemOf(response, response.url, asked)
  const seconds = Number(response.headers.get('retry-after'))
  return seconds > 0 ? new RetryAfter(problem, seconds) : problem
}

/** As the post under which the entry was made, whichever is in use now. */
function dress(entry: Entry): Record<string, string> {
  const set = headers(true)
  return entry.holding ? { ...set, 'wangge-holding': entry.holding } : set
}

/** By XMLHttpRequest: fetch does not tell how far an upload is. */
async function uploadPhoto(one: Photo, entry: Entry, progress: (part: number) => void, now: number): Promise<string> {
  // A reference that grew old was swept: a new upload is a new effect.
  const key = one.ref === undefined ? one.key : newKey()
  const form = new FormData()
  if (entry.kind === 'act') form.set('case', entry.subject)
  else if (entry.home) for (const [name, value] of Object.entries(entry.home)) form.set(name, String(value))
  form.set('file', one.blob, `${one.id}.jpg`)
  const asked = sessionNow()
  const answer = await new Promise<{ status: number; text: string; retryAfter: string | null }>((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/files')
    for (const [name, value] of Object.entries({ ...dress(entry), 'idempotency-key': key })) request.setRequestHeader(name, value)
    let idle = setTimeout(() => request.abort(), PATIENCE)
    request.upload.onprogress = (event) => {
      clearTimeout(idle)
      idle = setTimeout(() => request.abort(), PATIENCE)
      if (event.lengthComputable && event.total) progress(event.loaded / event.total)
    }
    request.onload = () => { clearTimeout(idle); done({ status: request.status, text: request.responseText, retryAfter: request.getResponseHeader('retry-after') }) }
    request.onerror = request.onabort = () => { clearTimeout(idle); fail(new Problem(0, {})) }
    request.send(form)
  })
  if (answer.status === 200 || answer.status === 201) {
    const ref = (JSON.parse(answer.text) as { ref: string }).ref
    await (await db()).put('photos', { ...one, key, ref, uploaded: now })
    progress(1)
    return ref
  }
  const problem = await problemOf(new Response(answer.text, { status: answer.status }), '/api/v1/files', asked)
  const seconds = Number(answer.retryAfter)
  if (seconds > 0) throw new RetryAfter(problem, seconds)
  // Whatever is wrong with the picture itself; everything else is the entry's trouble.
  if ([413, 415, 422].includes(answer.status)) throw new PhotoRefused(problem, one.id)
  throw problem
}
