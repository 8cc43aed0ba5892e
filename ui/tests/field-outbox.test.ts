import { describe, expect, it } from 'vitest'
import type { Entry } from '@/field/lib/db'
import { after, anew, backoff, behind, follow, mustUpload, ready, soonest, waiting, why } from '@/field/lib/outbox'

let n = 0
function entry(change: Partial<Entry> = {}): Entry {
  n += 1
  return {
    id: `e${String(n).padStart(4, '0')}`, account: 'a', holding: 'h', key: `key-${n}`, kind: 'act', subject: 'case-1', title: 't',
    body: { action: 'accept', version: 3 }, photos: [], created: n, state: 'waiting', tries: 0, next: 0, ...change,
  }
}
const no = (status: number, code = '', reached = true) => ({ ok: false as const, status, body: { code }, reached })

describe('the queue', () => {
  it('keeps the order of one case and lets cases overtake each other', () => {
    const [first, second, other] = [entry({ next: 50 }), entry(), entry({ subject: 'case-2' })]
    expect(ready([second, other, first], 10).map((e) => e.id)).toEqual([other.id])
    expect(ready([second, other, first], 50).map((e) => e.id)).toEqual([first.id, other.id])
  })
  it('holds back what stands behind a refused step', () => {
    const [first, second] = [entry({ state: 'stuck' }), entry()]
    expect(ready([first, second], 0)).toEqual([])
    expect(why(second, [first, second], { online: true, session: true })).toBe('behind')
  })
  it('counts neither what is sent nor what was removed as waiting', () => {
    expect(waiting([entry({ state: 'sent' }), entry({ gone: 1 })])).toEqual([])
  })
  it('tries again after network and server trouble, with the same key and growing patience', () => {
    const one = entry()
    const lost = after(one, no(0), 1_000, 0)
    expect(lost).toMatchObject({ state: 'waiting', key: one.key, tries: 1, next: 3_000, unsure: true })
    expect(after(lost, no(503, 'store.retry'), 3_000, 0)).toMatchObject({ tries: 2, next: 7_000 })
    expect(backoff(20, 1)).toBe(375_000)
    expect(backoff(1, 0, 30)).toBe(30_000)
  })
  it('is in doubt only when the server may have read the request', () => {
    expect(after(entry(), no(0, '', false), 0, 0).unsure).toBeUndefined()
    expect(after(entry(), no(503, 'store.retry'), 0, 0).unsure).toBeUndefined()
    expect(after(entry(), no(503, 'store.ambiguous'), 0, 0).unsure).toBe(true)
  })
  it('waits for the log-in without using up a try', () => {
    expect(after(entry(), no(401, 'session.ended'), 9, 0)).toMatchObject({ state: 'waiting', tries: 0, next: 9 })
  })
  it('stops at a no, and says which', () => {
    const stale = after(entry(), no(409, 'stale'), 0, 0)
    expect(stale).toMatchObject({ state: 'stuck', trouble: { status: 409 } })
    expect(why(stale, [stale], { online: true, session: true })).toBe('stale')
    const photo = after(entry(), { ...no(415, 'file.broken'), photo: 'p1' }, 0, 0)
    expect(why(photo, [photo], { online: true, session: true })).toBe('photo')
  })
  it('goes on against the version that its own step before it made', () => {
    const accept = entry()
    const finish = entry({ body: { action: 'finish', note: '已清', version: 3 }, after: accept.id })
    expect(behind([accept], 'case-1')?.id).toBe(accept.id)
    const done = after(accept, { ok: true, receipt: { ref: 'case-1', number: 'n', version: 4, state: 'in_progress' } }, 5, 0)
    expect(done).toMatchObject({ state: 'sent', sent: 5 })
    expect(follow(done, [done, finish]).map((e) => e.body)).toEqual([{ action: 'finish', note: '已清', version: 4 }])
  })
  it('sends anew as a new effect', () => {
    const stuck = after(entry(), no(409, 'stale'), 0, 0)
    const again = anew(stuck, 'fresh', 9)
    expect(again).toMatchObject({ state: 'waiting', key: 'fresh', tries: 0, body: { action: 'accept', version: 9 } })
    expect(again.trouble).toBeUndefined()
    expect(anew(entry({ body: { action: 'add', text: 'x' } }), 'k', 9).body).toEqual({ action: 'add', text: 'x' })
  })
  it('knows when to wake', () => {
    expect(soonest([], 0)).toBeUndefined()
    expect(soonest([entry({ next: 500 }), entry({ next: 900 })], 100)).toBe(400)
  })
  it('brings photos anew before the server forgets them', () => {
    const photo = { id: 'p', blob: new Blob(), key: 'k', made: 0 }
    expect(mustUpload(photo, 0)).toBe(true)
    expect(mustUpload({ ...photo, ref: 'r', uploaded: 0 }, 3_600_000)).toBe(false)
    expect(mustUpload({ ...photo, ref: 'r', uploaded: 0 }, 86_400_000)).toBe(true)
  })
})
