/**
 * The one way to the server. Types come from docs/openapi.json (`npm run api`); what every request needs
 * besides (CSRF, the post in use, language, idempotency) is added here and nowhere else.
 */
import createClient, { type Middleware } from 'openapi-fetch'
import { ref } from 'vue'
import { anchor } from '@/lib/countdown'
import { learnNow, now } from '@/lib/time'
import type { components, paths } from './schema'

export type Schemas = components['schemas']
export type ProblemBody = Schemas['ProblemBody']

/** What went wrong, in words for the person (RFC 9457). `status` 0: the server was not reached. */
export class Problem extends Error {
  constructor(readonly status: number, readonly body: Partial<ProblemBody>, /** Seconds to wait (Retry-After), if the server said so. */ readonly wait?: number) {
    super(body.zh ?? body.title ?? `HTTP ${status}`)
    this.name = 'Problem'
  }
  get code(): string { return this.body.code ?? (this.status === 0 ? 'offline' : 'unknown') }
  /** Sending the same again, with the same key, can help. */
  get retryable(): boolean { return this.status === 0 || this.status === 429 || this.status >= 500 }
  /** In the reader's language. */
  words(locale: string): string {
    if (this.status === 0) return locale === 'zh' ? '连不上服务器,请检查网络后再试。' : 'The server cannot be reached. Check the network and try again.'
    const said = locale === 'zh' ? this.body.zh : this.body.en
    return said ?? this.body.detail ?? this.body.title ?? this.message
  }
  /** The problem with one field, by JSON pointer, e.g. `/text`. */
  field(pointer: string, locale: string): string | undefined {
    const found = this.body.fields?.find((f) => f.field === pointer)
    return found && (locale === 'zh' ? found.zh : found.en)
  }
}

/** A key for one intended effect; keep it for every retry of that effect. */
export function newKey(): string {
  return crypto.randomUUID()
}

const hold = { holding: '', language: 'zh' }
/** The post in use: sent with every request. */
export function useHolding(ref: string): void { hold.holding = ref }
/** Language of the problems' titles. */
export function useLanguage(locale: string): void { hold.language = locale }
export function holdingInUse(): string { return hold.holding }

type Ended = () => void
const ended = new Set<Ended>()
/** Counts log-ins: an answer to what was asked before the last one says nothing about the session of now. */
let logIns = 0
export function sessionBegan(): void { logIns += 1 }
/** To be remembered when a request leaves, and given to {@link problemOf} with its answer. */
export function sessionNow(): number { return logIns }
const askedIn = new WeakMap<Request, number>()
/** Called when a request finds that the session has ended: ask for the password, keep what was typed. */
export function onSessionEnded(run: Ended): () => void {
  ended.add(run)
  return () => ended.delete(run)
}

export function cookie(name: string): string {
  const found = document.cookie.split('; ').find((c) => c.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ''
}

/** The headers that every request carries; exported for uploads and the event stream. */
export function headers(write: boolean): Record<string, string> {
  const set: Record<string, string> = { 'accept-language': hold.language === 'zh' ? 'zh-CN' : 'en' }
  if (hold.holding) set['wangge-holding'] = hold.holding
  if (write) set['x-csrf'] = cookie('wangge-csrf')
  return set
}

const dress: Middleware = {
  onRequest({ request }) {
    const write = request.method !== 'GET' && request.method !== 'HEAD'
    for (const [name, value] of Object.entries(headers(write))) request.headers.set(name, value)
    if (write && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', newKey())
    askedIn.set(request, logIns)
    return request
  },
  async onResponse({ response, request }) {
    if (response.headers.get('x-wangge-demo')) isDemo.value = true
    learnNow(response.headers.get('x-wangge-now'))
    if (response.ok || response.status === 304) return
    throw await problemOf(response, request.url, askedIn.get(request))
  },
  onError() {
    return new Problem(0, {})
  },
}

/**
 * Reads the problem out of an answer that is not a success. `asked`: what {@link sessionNow} said when the request
 * left; without it the answer counts for the session of now.
 */
export async function problemOf(response: Response, url = '', asked = logIns): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody>
  if (response.status === 401 && asked === logIns && !url.endsWith('/api/v1/session')) for (const run of ended) run()
  const wait = Number(response.headers.get('retry-after') ?? NaN)
  return new Problem(response.status, body, Number.isFinite(wait) ? wait : undefined)
}

/** The demo says so on every answer; pages without a session show the banner by it. */
export const isDemo = ref(false)

export const api = createClient<paths>({ baseUrl: '', credentials: 'same-origin' })
api.use(dress)

/** The answer's body, or the thrown {@link Problem}: `const me = await got(api.GET('/api/v1/me'))`. */
export async function got<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, response } = await answer
  const said = response.headers.get('x-wangge-now')
  anchor(data, said ? new Date(said).getTime() : now())
  return data as T
}

export interface Upload {
  /** The key for this file; kept for its retries. */
  key?: string
  /** The case it belongs to, if there is one already… */
  case?: string
  /** … or the place (WGS-84 degrees), which decides its home district. */
  at?: { lon: number; lat: number }
  /** … or that home district, where there is no point. */
  district?: string
  signal?: AbortSignal
}

/** Uploads one file; answers its reference, to be named in a report or a step within a day. */
export async function upload(file: Blob, name: string, init: Upload = {}): Promise<Schemas['FileView']> {
  const form = new FormData()
  if (init.case) form.set('case', init.case)
  if (init.at) { form.set('lon', String(init.at.lon)); form.set('lat', String(init.at.lat)) }
  if (init.district) form.set('district', init.district)
  form.set('file', file, name)
  const asked = sessionNow()
  const response = await fetch('/api/v1/files', {
    method: 'POST', body: form, signal: init.signal ?? null, credentials: 'same-origin',
    headers: { ...headers(true), 'idempotency-key': init.key ?? newKey() },
  }).catch(() => { throw new Problem(0, {}) })
  if (!response.ok) throw await problemOf(response, response.url, asked)
  return (await response.json()) as Schemas['FileView']
}
