/** The demo's people by the interface, for what a test needs but does not test. */
import { request, type APIRequestContext } from '@playwright/test'
import { expect, PASSWORD } from './support'

export const TOWN = '500107003'
export const VILLAGE = '500107003003'
export const GRID = '500107003003001'

export interface Made { ref: string; number: string; version: number; follow?: string }
type Body = Record<string, unknown>

export class Person {
  private constructor(private readonly http: APIRequestContext, private readonly csrf: string) {}

  static async called(login: string, baseURL: string): Promise<Person> {
    const http = await request.newContext({ baseURL })
    const answer = await http.post('/api/v1/session', { data: { login, password: PASSWORD } })
    if (!answer.ok()) throw new Error(`${login}: ${await answer.text()}`)
    return new Person(http, ((await answer.json()) as { csrf: string }).csrf)
  }
  async post<T>(path: string, data: Body): Promise<T> {
    const answer = await this.http.post(path, { data, headers: { 'x-csrf': this.csrf, 'idempotency-key': crypto.randomUUID() } })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return (answer.status() === 204 ? undefined : await answer.json()) as T
  }
  async get<T>(path: string): Promise<T> {
    const answer = await this.http.get(path)
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  /** The server's time: the demo's clock runs by itself, on days of its own. */
  async now(): Promise<number> {
    return Date.parse((await this.http.get('/api/v1/session')).headers()['x-wangge-now']!)
  }
  report(text: string, more: Body = {}): Promise<Made> {
    return this.post('/api/v1/cases', { text, place: '3号楼', grid: GRID, channel: 'desk', matter: 'M-MS-09', ...more })
  }
  sheet(ref: string): Promise<{ state: string; version: number; seat: { unit: string; post?: string }; timeline: { action: string }[]; channel: string; matter?: string }> {
    return this.get(`/api/v1/cases/${ref}`)
  }
  async act(ref: string, action: Body): Promise<void> {
    const { version } = await this.sheet(ref)
    await this.post(`/api/v1/cases/${ref}/actions`, { version, ...action })
  }
  close(): Promise<void> { return this.http.dispose() }
}

/** Words that no other test has used. */
export function words(what: string): string { return `${what}-${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}` }
/** The words of a case are found a moment after it was made: waits until so many are. */
export async function searchable(who: Person, word: string, n: number): Promise<void> {
  await expect.poll(async () => (await who.get<{ items: object[] }>(`/api/v1/cases?q=${encodeURIComponent(word)}`)).items.length).toBe(n)
}
