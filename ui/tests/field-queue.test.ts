import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useSession, type Me } from '@/lib/session'
import { compose, readyToSend } from '@/field/lib/reporting'
import { build, formOf, missing } from '@/field/lib/forms'
import { guess } from '@/field/lib/suggest'
import { chief, offered } from '@/field/lib/expect'
import type { Draft } from '@/field/lib/db'
import { useQueue } from '@/field/stores/queue'
import type { Schemas } from '@/api/client'

const me = (account: string): Me => ({ account, called: '冯网格员', home_unit: 'g', must_change: false, csrf: '', expires: '', holdings: [{ id: 'h1', unit: 'g', post: 'WG-01', role: 'grid_worker_full', board: 'CENTRE', capacity: 'holder', starts: '' }] })
const receipt = { ref: 'd.1', number: 'N', version: 1, state: 'verified' }

/** Locks and channels that the test's browser lacks. */
function stand(): void {
  Object.defineProperty(navigator, 'locks', { configurable: true, value: { request: async (_n: string, _o: object, run: (lock: object) => Promise<void>) => run({}) } })
  vi.stubGlobal('BroadcastChannel', class { postMessage(): void {} })
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true })
}
const answer = (status: number, body: object): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

describe('the queue on the phone', () => {
  beforeEach(() => { vi.unstubAllGlobals(); setActivePinia(createPinia()); stand() })

  it('sends the same key again after a lost answer, and shows the receipt', async () => {
    const sent: { key: string; body: string }[] = []
    vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
      sent.push({ key: (init.headers as Record<string, string>)['idempotency-key'] ?? '', body: String(init.body) })
      if (sent.length === 1) throw new TypeError('network')
      return answer(201, receipt)
    })
    useSession().resume(me('d.a'))
    const queue = useQueue()
    const { id } = await queue.report({ text: '井盖松动' }, [], undefined, '井盖松动')
    await vi.waitFor(() => expect(queue.entries.find((e) => e.id === id)?.tries).toBe(1))
    const entry = queue.entries.find((e) => e.id === id)!
    expect(entry.unsure).toBe(true)
    await queue.retry(entry)
    await vi.waitFor(() => expect(queue.entries.find((e) => e.id === id)?.state).toBe('sent'))
    expect(sent).toHaveLength(2)
    expect(sent[0]).toEqual(sent[1])
  })
  it('belongs to the account that made it, and comes back when removed', async () => {
    vi.stubGlobal('fetch', async () => answer(409, { code: 'stale' }))
    const session = useSession()
    session.resume(me('d.b'))
    const queue = useQueue()
    const { id } = await queue.act({ subject: 'd.9', title: 't', body: { action: 'accept', version: 1 } })
    await vi.waitFor(() => expect(queue.stuck.map((e) => e.id)).toEqual([id]))
    await queue.remove(queue.stuck[0]!)
    expect(queue.open).toEqual([])
    await queue.restore(queue.removed[0]!)
    expect(queue.open.map((e) => e.id)).toEqual([id])
    session.resume(me('d.c'))
    await queue.load()
    expect(queue.entries).toEqual([])
  })
})

describe('a report', () => {
  const draft = (change: Partial<Draft>): Draft => ({ id: 'x', account: 'a', text: '', photos: [], updated: 0, ...change })
  const words = { seePhoto: '现场情况见照片', done: (what: string) => `已当场处理:${what}` }
  const place = { grid: 'g', district: '500107', words: '3栋', by: 'grid' as const }
  it('needs a photo or a word, and a place', () => {
    expect(readyToSend(draft({ place }))).toBe(false)
    expect(readyToSend(draft({ place, photos: ['p'] }))).toBe(true)
    expect(readyToSend(draft({ text: '井盖' }))).toBe(false)
  })
  it('speaks for the photo when nothing was written', () => {
    const made = compose(draft({ photos: ['p'], place }), new Date(0), words)
    expect(made.body).toMatchObject({ text: '现场情况见照片', grid: 'g', place: '3栋' })
    expect(made.home).toEqual({ district: '500107' })
  })
  it('closes on the spot only under a matter that allows it; otherwise the words go along', () => {
    const matter = { code: 'M-MS-07', zh: '暴露垃圾', en: '', grid: true }
    expect(compose(draft({ text: '垃圾', place, solved: '已清走', matter }), new Date(0), words)).toMatchObject({ closes: true, body: { solved: '已清走', matter: 'M-MS-07' } })
    const open = compose(draft({ text: '垃圾', place, solved: '已清走' }), new Date(0), words)
    expect(open.body).toMatchObject({ text: '垃圾\n已当场处理:已清走' })
    expect(open.body.solved).toBeUndefined()
  })
  it('guesses matters without network', () => {
    const all = [{ code: 'a', zh: '堵占消防通道', en: '', grid: true }, { code: 'b', zh: '暴露垃圾', en: '', grid: true }]
    expect(guess('有车堵住消防通道', all).map((m) => m.code)).toEqual(['a'])
    expect(guess('', all)).toEqual([])
  })
})

describe('forms', () => {
  const sheet = { ref: 'd.1', allowed: ['finish', 'add'], evidence: 'photo_after', routes: [], version: 4 } as unknown as Schemas['CaseSheet']
  it('ask for what the law asks, and no more', () => {
    const finish = formOf('finish', sheet)!
    expect(missing('finish', finish, sheet, { text: '', photos: [] })).toBe('missing')
    expect(missing('finish', finish, sheet, { text: '已清', photos: [] })).toBe('needPhoto')
    expect(missing('finish', finish, sheet, { text: '已清', photos: ['p'] })).toBeUndefined()
    const verify = formOf('verify', sheet)!
    expect(missing('verify', verify, sheet, { text: '', photos: [] })).toBe('missing')
    expect(missing('verify', verify, sheet, { text: '', photos: [], yes: false })).toBeUndefined()
  })
  it('make complete actions', () => {
    expect(build('verify', { text: '', photos: [], yes: false }, 4, new Date(0))).toMatchObject({ action: 'verify', found: false, version: 4 })
    expect(build('arrive', { text: '', photos: [] }, 4, new Date(0))).not.toHaveProperty('version')
    expect(formOf('whistle', sheet)).toBeUndefined()
  })
  it('go on from a step that still waits', () => {
    const waiting = { id: 'e', account: 'a', holding: 'h', key: 'k', kind: 'act' as const, subject: 'd.1', title: '', body: { action: 'accept' as const, version: 3 }, photos: [], created: 1, state: 'waiting' as const, tries: 0, next: 0 }
    const at = { ...sheet, allowed: ['accept', 'return'] } as unknown as Schemas['CaseSheet']
    expect(offered(at, []).actions).toEqual(['accept', 'return'])
    expect(offered(at, [waiting]).actions).toEqual(['finish', 'add'])
    expect(chief(offered(at, [waiting]).actions)).toBe('finish')
  })
})
