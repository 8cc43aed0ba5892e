import { beforeEach, describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import { Problem } from '@/api/client'
import { calls } from '@/citizen/lib/danger'
import type { Draft, Store } from '@/citizen/lib/draft'
import { readExif } from '@/citizen/lib/exif'
import { makeLink, type LinkLine, type LinkSheet } from '@/citizen/lib/link'
import { station } from '@/citizen/lib/follow'
import { coverOf, faces } from '@/citizen/lib/faces'
import { useMarks } from '@/citizen/lib/marks'
import { tokenIn, useMine } from '@/citizen/lib/mine'
import { fit } from '@/citizen/lib/photo'
import { fields, sendable } from '@/citizen/lib/questions'
import { bodyOf, makeReport, type Line, type Receipt } from '@/citizen/lib/report'
import fire from '../../data/city/50/questions/M-PF-01.json'
import noise from '../../data/city/50/questions/M-PF-03.json'
import smoke from '../../data/city/50/questions/M-MS-06.json'
import rubbish from '../../data/city/50/questions/M-MS-07.json'

/** A device that keeps what it is given, and a copy: what is changed afterwards does not change it. */
function device(): Store & { kept?: Draft } {
  const store: Store & { kept?: Draft } = {
    load: async () => store.kept,
    save: async (draft) => { store.kept = structuredClone(draft) },
    clear: async () => { delete store.kept },
  }
  return store
}
const RECEIPT: Receipt = { ref: '500107.1', number: '20261123-AB', version: 1, state: 'reported', follow: '500107.0274af3765d5' }
const SPOT = { from: 'map', exact: true, lon: 106.5, lat: 29.5, grid: '500107003003001', district: '500107', title: '某社区', outside: 0 } as const

/** A server that does what the list says, one entry per attempt, and writes down what it was sent. */
function server(...answers: (Receipt | Problem)[]): Line & { sent: { key: string; text: string }[]; uploads: string[] } {
  const line = {
    sent: [] as { key: string; text: string }[], uploads: [] as string[],
    upload: async (_: Blob, __: string, key: string) => { line.uploads.push(key); return `500107.file${line.uploads.length}` },
    report: async (body: { text: string }, key: string) => {
      line.sent.push({ key, text: body.text })
      const answer = answers.shift()
      if (!answer || answer instanceof Problem) throw answer ?? new Error('asked too often')
      return answer
    },
  }
  return line
}
const lost = new Problem(0, {})

describe('a report is sent exactly once', () => {
  it('keeps key and body while nobody knows whether it arrived', async () => {
    const to = server(lost, lost, RECEIPT)
    const report = makeReport(device(), to)
    await report.load()
    Object.assign(report.draft, { text: '垃圾没人清', spot: { ...SPOT } })
    expect(await report.send('见照片')).toBeUndefined()
    expect(report.phase.value).toBe('waiting')
    report.draft.text = '改过的话'
    await report.send('见照片')
    expect(await report.send('见照片')).toEqual(RECEIPT)
    expect(new Set(to.sent.map((s) => s.key)).size).toBe(1)
    expect(new Set(to.sent.map((s) => s.text))).toEqual(new Set(['垃圾没人清']))
    expect(report.draft.text).toBe('')
    expect(report.phase.value).toBe('writing')
  })
  it('goes on with the same key after a reload', async () => {
    const store = device()
    const first = makeReport(store, server(lost))
    await first.load()
    Object.assign(first.draft, { text: '路灯坏了', spot: { ...SPOT } })
    await first.send('见照片')
    const to = server(RECEIPT)
    const second = makeReport(store, to)
    await second.load()
    expect(second.phase.value).toBe('waiting')
    await second.send('见照片')
    expect(to.sent).toEqual([{ key: first.draft.key, text: '路灯坏了' }])
    expect(store.kept).toBeUndefined()
  })
  it('lets the words be mended when the server said that it did not take them', async () => {
    const to = server(new Problem(422, { fields: [{ field: 'phone', zh: '电话不对', en: 'wrong' }] }), RECEIPT)
    const report = makeReport(device(), to)
    await report.load()
    Object.assign(report.draft, { text: '井盖松了', spot: { ...SPOT } })
    await report.send('见照片')
    expect(report.phase.value).toBe('writing')
    expect(report.problem.value?.field('phone', 'zh')).toBe('电话不对')
    report.draft.text = '井盖松了,很响'
    await report.send('见照片')
    expect(to.sent.at(-1)?.text).toBe('井盖松了,很响')
  })
  it('is not freed by "too often", which says nothing about the attempt before', async () => {
    const report = makeReport(device(), server(lost, new Problem(429, {}, 3), RECEIPT))
    await report.load()
    Object.assign(report.draft, { text: '水管爆了', spot: { ...SPOT } })
    await report.send('见照片')
    await report.send('见照片')
    expect(report.phase.value).toBe('waiting')
    expect(report.problem.value?.wait).toBe(3)
    expect(await report.send('见照片')).toEqual(RECEIPT)
  })
  it('uploads a picture once, and again under a new key when it was covered meanwhile', async () => {
    const to = server(new Problem(422, {}), RECEIPT)
    const report = makeReport(device(), to)
    await report.load()
    const photo = report.addPhoto({ name: 'a.jpg', picture: new Blob(['x']), found: {} })
    report.draft.spot = { ...SPOT }
    await report.send('见照片')
    expect(to.uploads).toEqual([photo.key])
    await report.send('见照片')
    expect(to.uploads).toHaveLength(1)
    expect(to.sent.at(-1)?.text).toBe('见照片')
  })
  it('says no name without a name', () => {
    const draft = { ...makeReport(device(), server()).draft, text: ' 噪声 ', named: true, spot: { ...SPOT, exact: false } }
    expect(bodyOf(draft, '见照片', undefined)).toEqual({ text: '噪声', place: '', channel: 'citizen', grid: SPOT.grid })
    expect(bodyOf({ ...draft, name: '李' }, '见照片', undefined)).toMatchObject({ named: true, name: '李' })
  })
})

describe('a contractor answers by link', () => {
  const SHEET: LinkSheet = { number: '20261123-AB', where_zh: '某街道某社区', place: '3号楼', note: '请换井盖', until: '2026-12-01T10:00:00Z', district: '500107' }
  const ended = new Problem(409, { code: 'link.ended', zh: '链接已失效' })
  /** A server that answers in this order, and a device with two shelves. */
  function bench(...answers: (object | Problem)[]) {
    const sent: { key: string; text: string; files?: string[] }[] = []
    const uploads: string[] = []
    let sheet: LinkSheet | Problem = SHEET
    const line: LinkLine = {
      look: async () => { if (sheet instanceof Problem) throw sheet; return sheet },
      upload: async (_, __, key, district) => { uploads.push(`${district} ${key}`); return `500107.f${uploads.length}` },
      report: async (_, body, key) => {
        sent.push({ key, ...body })
        const answer = answers.shift()
        if (!answer || answer instanceof Problem) throw answer ?? new Error('asked too often')
        return answer as { number: string; step: number }
      },
    }
    const shelf = <D>(): Store<D> & { kept?: D } => { const one: Store<D> & { kept?: D } = { load: async () => one.kept, save: async (d) => { one.kept = structuredClone(d) }, clear: async () => { delete one.kept } }; return one }
    const drafts = shelf<never>()
    const kept = shelf<never>()
    return { sent, uploads, open: () => makeLink('500107.abc', drafts, kept, line), shuts: (with_: Problem) => { sheet = with_ } }
  }
  it('once, with the same key after a lost answer and a reload; then shows what was sent', async () => {
    const it = bench(lost, { number: SHEET.number, step: 4 })
    const first = it.open()
    await first.start()
    first.draft.text = '井盖已换'
    expect(await first.send('见照片')).toBe(false)
    const again = it.open()
    await again.start()
    expect(again.phase.value).toBe('waiting')
    expect(await again.send('见照片')).toBe(true)
    expect(it.sent.map((s) => s.text)).toEqual(['井盖已换', '井盖已换'])
    expect(new Set(it.sent.map((s) => s.key)).size).toBe(1)
    expect(again.draft.text).toBe('')
    const later = it.open()
    await later.start()
    expect(later.sent.value.map((s) => s.text)).toEqual(['井盖已换'])
  })
  it('uploads to the district that the sheet names', async () => {
    const it = bench({ number: SHEET.number, step: 4 })
    const link = it.open()
    await link.start()
    const photo = link.addPhoto({ name: 'a.jpg', picture: new Blob(['x']), found: {} })
    const key = photo.key
    await link.send('见照片')
    expect(it.uploads).toEqual([`500107 ${key}`])
    expect(it.sent[0]).toMatchObject({ text: '见照片', files: ['500107.f1'] })
  })
  it('that has ended says so, and keeps the words that were not sent', async () => {
    const it = bench(ended)
    const link = it.open()
    await link.start()
    link.draft.text = '路面已清理'
    it.shuts(ended)
    expect(await link.send('见照片')).toBe(false)
    expect(link.sheet.value).toBeUndefined()
    expect(link.shut.value?.code).toBe('link.ended')
    expect(link.draft.text).toBe('路面已清理')
  })
  it('stays readable without network', async () => {
    const it = bench()
    await it.open().start()
    it.shuts(lost)
    const link = it.open()
    await link.start()
    expect(link.sheet.value?.note).toBe('请换井盖')
    expect(link.old.value).toBe(true)
  })
})

describe('what a photo tells', () => {
  /** A JPEG head with an EXIF block: 29°31'10" N, 106°29'48" E, taken on 2026-11-23. */
  function jpeg(little: boolean): ArrayBuffer {
    const tiff = new DataView(new ArrayBuffer(260))
    const u16 = (at: number, v: number): void => tiff.setUint16(at, v, little)
    const u32 = (at: number, v: number): void => tiff.setUint32(at, v, little)
    const entry = (at: number, tag: number, type: number, count: number, value: number): void => { u16(at, tag); u16(at + 2, type); u32(at + 4, count); u32(at + 8, value) }
    const text = (at: number, words: string): void => [...words].forEach((c, i) => tiff.setUint8(at + i, c.charCodeAt(0)))
    u16(0, little ? 0x4949 : 0x4d4d); u16(2, 42); u32(4, 8)
    u16(8, 2); entry(10, 0x8769, 4, 1, 40); entry(22, 0x8825, 4, 1, 60)
    u16(40, 1); entry(42, 0x9003, 2, 20, 180); text(180, '2026:11:23 14:05:09\0')
    u16(60, 4); entry(62, 1, 2, 2, 0); text(70, 'N\0'); entry(74, 2, 5, 3, 120); entry(86, 3, 2, 2, 0); text(94, 'E\0'); entry(98, 4, 5, 3, 150)
    ;[29, 1, 31, 1, 10, 1].forEach((v, i) => u32(120 + i * 4, v))
    ;[106, 1, 29, 1, 48, 1].forEach((v, i) => u32(150 + i * 4, v))
    const out = new Uint8Array(2 + 4 + 6 + 260)
    out.set([0xff, 0xd8, 0xff, 0xe1, (260 + 8) >> 8, (260 + 8) & 255, 0x45, 0x78, 0x69, 0x66, 0, 0])
    out.set(new Uint8Array(tiff.buffer), 12)
    return out.buffer
  }
  it.each([true, false])('reads place and time (little-endian: %s)', (little) => {
    const { place, taken } = readExif(jpeg(little))
    expect(place?.lat).toBeCloseTo(29.519444, 5)
    expect(place?.lon).toBeCloseTo(106.496667, 5)
    expect(taken).toBe('2026-11-23T14:05:09')
  })
  it('takes damaged and foreign bytes for silence', () => {
    expect(readExif(jpeg(true).slice(0, 90))).toEqual({})
    expect(readExif(new TextEncoder().encode('no picture').buffer)).toEqual({})
    expect(readExif(new ArrayBuffer(0))).toEqual({})
  })
})

describe('questions of a matter', () => {
  it('become fields, in both languages', () => {
    expect(fields(fire).map((f) => [f.kind, f.zh, f.en, f.required])).toEqual([
      ['choice', '被什么占用', 'Blocked by', true], ['choice', '消防车能否通过', 'Can a fire engine pass', false], ['yesno', '占用人在现场', 'Is the person there', false],
    ])
    expect(fields(noise).map((f) => f.kind)).toEqual(['choice', 'time', 'time'])
    expect(fields(smoke).map((f) => f.kind)).toEqual(['many', 'text'])
    expect(fields(rubbish)[1]).toMatchObject({ kind: 'number', whole: true, min: 1, max: 1000 })
    expect(fields(null)).toEqual([])
    expect(fields({ properties: { odd: { type: 'object' } } })).toEqual([])
  })
  it('are sent only when what is required is answered', () => {
    const asked = fields(smoke)
    expect(sendable(asked, { shop: '老灶' })).toBeUndefined()
    expect(sendable(asked, { hours: [] })).toBeUndefined()
    expect(sendable(asked, { hours: ['晚上'], shop: '' })).toEqual({ hours: ['晚上'] })
    expect(sendable(fields(fire), { blocked_by: '车辆', people_present: false })).toEqual({ blocked_by: '车辆', people_present: false })
  })
})

describe('danger', () => {
  it.each([
    ['3栋冒浓烟,像是着火了', ['119']], ['楼道里闻到煤气味,怕漏气', ['119']], ['有人晕倒在路边流血', ['120']], ['两个人在打架,有一个拿刀', ['110']],
    ['厂房爆炸有人受伤', ['119', '120']], ['Smoke from the third floor', ['119']], ['a man with a knife', ['110']],
    ['消防通道被堵', []], ['楼下垃圾堆了三天', []], ['the fire lane is blocked by cars', []], ['路灯坏了', []],
  ])('%s', (text, wanted) => expect(calls(text)).toEqual(wanted))
})

describe('covering', () => {
  it('keeps marks inside and undoes change by change', () => {
    expect(fit({ x: 0.95, y: -1, w: 0.2, h: 0 })).toEqual({ x: 0.8, y: 0, w: 0.2, h: 0.02 })
    const work = useMarks([])
    work.add({ x: 0.1, y: 0.1, w: 0.2, h: 0.2 })
    expect(work.key(0, 'ArrowRight', false)).toBe(true)
    work.key(0, 'ArrowRight', false)
    expect(work.marks.value[0]?.x).toBeCloseTo(0.14)
    work.key(0, 'ArrowDown', true)
    expect(work.marks.value[0]?.h).toBeCloseTo(0.22)
    expect(work.key(0, 'Tab', false)).toBe(false)
    work.undo()
    expect(work.marks.value[0]).toEqual({ x: 0.1, y: 0.1, w: 0.2, h: 0.2 })
    work.key(0, 'Delete', false)
    expect(work.marks.value).toEqual([])
    work.undo()
    expect(work.marks.value).toHaveLength(1)
    work.undo()
    expect(work.marks.value).toEqual([])
    expect(work.undoable.value).toBe(false)
    work.add({ x: 0.1, y: 0.1, w: 0.2, h: 0.2 })
    work.move(0, 0.95, 0.5)
    expect(work.marks.value[0]).toEqual({ x: 0.8, y: 0.5, w: 0.2, h: 0.2 })
    work.undo()
    expect(work.marks.value[0]?.x).toBe(0.1)
  })
  it('takes more than the eyes and the mouth of a face that was found, and stays inside', () => {
    const cover = coverOf({ x: 100, y: 100, width: 100, height: 100 }, 1000, 500)
    expect([cover.x, cover.y, cover.w, cover.h].map((v) => Math.round(v * 1000))).toEqual([85, 140, 130, 310])
    const corner = coverOf({ x: 0, y: 10, width: 100, height: 100 }, 1000, 500)
    expect([corner.x, corner.y, corner.w, corner.h].map((v) => Math.round(v * 1000))).toEqual([0, 0, 115, 270])
  })
  it('proposes nothing where a browser can neither open nor look', async () => {
    expect(await faces(new Blob(['no picture']))).toEqual([])
  })
})

describe('following', () => {
  beforeEach(() => useMine().forgetAll())
  it('finds the code in whatever was pasted', () => {
    const token = '500107.0274af3765d5725290bc44e94b930456'
    for (const text of [token, ` ${token}\n`, `https://wg.example.cn/follow/${token}?sent=1`, `查询码:${token}。`]) expect(tokenIn(text)).toBe(token)
    expect(tokenIn('500107~d7.0274af3765d5')).toBe('500107~d7.0274af3765d5')
    for (const text of ['20261124-PDWHV47P', '', '13800007391', '500107']) expect(tokenIn(text)).toBeUndefined()
  })
  it('remembers on this device and forgets', async () => {
    const mine = useMine()
    const one = { token: 't1', number: 'n1', label: '垃圾', at: '2026-11-23T00:00:00Z', kind: 'report' } as const
    mine.remember(one)
    mine.remember({ ...one, label: '同一件' })
    await nextTick()
    expect(mine.list.value.map((m) => m.label)).toEqual(['同一件'])
    expect(JSON.parse(localStorage.getItem('wangge.mine') ?? '[]')).toHaveLength(1)
    mine.forget('t1')
    expect(mine.has('t1')).toBe(false)
  })
  it('knows a station for every stage', () => {
    expect(station('reported')).toBe(0)
    expect(station('in_progress')).toBe(2)
    expect(station('closed')).toBe(4)
    expect(station('rejected')).toBe(-1)
  })
})
