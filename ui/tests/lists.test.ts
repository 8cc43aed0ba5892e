import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Schemas } from '@/api/client'
import { routes } from '@/console/lists/routes'
import { makeI18n } from '@/lib/i18n'
import { useSession } from '@/lib/session'
import consoleZh from '@/locales/zh/console'
import consoleEn from '@/locales/en/console'
import zhLists from '@/locales/zh/lists'
import enLists from '@/locales/en/lists'
import { pieces } from '@/console/lists/lib/diff'
import { plusDays } from '@/lib/day'
import { lastMonth } from '@/console/lists/lib/dates'
import { advice, bar, blocks, roomOn, toggleSwap } from '@/console/lists/lib/price'
import { doors } from '@/console/lists/lib/rights'
import { build, days, occurrences, parse, plan, words } from '@/console/lists/lib/rule'
import { awaits, track } from '@/console/lists/lib/stages'
import { concerned, freeCode, mark, standing, type Rule } from '@/console/lists/lib/routing'
import { adding } from '@/console/lists/lib/trial'

/** The client keeps the `fetch` it finds when it is made. */
const net = vi.hoisted(() => { const it = { say: (_: string): unknown => ({}) }; globalThis.fetch = (asked) => Promise.resolve(new Response(JSON.stringify(it.say((asked as Request).url)), { headers: { 'content-type': 'application/json' } })); return it })

/** `t()` over one file of words. */
function sayer(table: object) {
  return (key: string, named: Record<string, unknown> = {}): string => {
    const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], table)
    if (typeof found !== 'string') throw new Error(`no word ${key}`)
    return found.replace(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
  }
}
const zh = sayer(zhLists)
const en = sayer(enLists)
const works = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) && day !== '2026-10-01'

describe('rules of duties', () => {
  it('are said in words', () => {
    expect(words('FREQ=WEEKLY;BYDAY=MO,WE', zh)).toBe('每周,周一、周三')
    expect(words('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', en)).toBe('Every 2 weeks: Monday and Thursday')
    expect(words('FREQ=MONTHLY;BYDAY=1MO', zh)).toBe('每月,第 1 个周一')
    expect(words('FREQ=MONTHLY;BYDAY=-1FR', en)).toBe('Every month: last Friday')
    expect(words('FREQ=MONTHLY;BYMONTHDAY=15,-1', zh)).toBe('每月,15 日、最后一天')
    expect(words('FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1', zh)).toBe('每年,6月的1 日')
    expect(words('FREQ=DAILY', zh)).toBe('每天')
    expect(words(null, zh)).toBe('没有固定日期')
  })
  it('that say more than the choices can stay as they are', () => {
    expect(parse('FREQ=YEARLY;BYWEEKNO=20')).toBeUndefined()
    expect(parse('FREQ=MONTHLY;BYDAY=1MO,2TU')).toBeUndefined()
    expect(parse('BYDAY=MO')).toBeUndefined()
    expect(parse('FREQ=HOURLY')).toBeUndefined()
    expect(words('FREQ=YEARLY;BYWEEKNO=20', zh)).toBe('FREQ=YEARLY;BYWEEKNO=20')
  })
  it('come back from the choices as they went in', () => {
    for (const rule of ['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY;BYDAY=MO,FR', 'FREQ=MONTHLY;BYMONTHDAY=-1,15', 'FREQ=MONTHLY;BYDAY=2TU', 'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1']) expect(build(parse(rule)!)).toBe(rule)
    expect(build(plan('WEEKLY'))).toBe('FREQ=WEEKLY;BYDAY=MO')
  })
  it('name the days that the server names: counted from Monday 2024-01-01', () => {
    expect(days(parse('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO')!, '2024-01-02', 2)).toEqual(['2024-01-15', '2024-01-29'])
    expect(days(parse('FREQ=WEEKLY')!, '2026-09-29', 1)).toEqual(['2026-10-05'])
    expect(days(parse('FREQ=MONTHLY')!, '2026-09-02', 2)).toEqual(['2026-10-01', '2026-11-01'])
    expect(days(parse('FREQ=MONTHLY;BYMONTHDAY=-1')!, '2028-02-01', 2)).toEqual(['2028-02-29', '2028-03-31'])
    expect(days(parse('FREQ=MONTHLY;BYDAY=-1FR')!, '2026-10-01', 1)).toEqual(['2026-10-30'])
    expect(days(parse('FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1')!, '2026-02-01', 2)).toEqual(['2026-04-01', '2026-07-01'])
    expect(days(parse('FREQ=MONTHLY;BYMONTHDAY=31')!, '2026-02-01', 2)).toEqual(['2026-03-31', '2026-05-31'])
    expect(days(parse('FREQ=YEARLY')!, '2026-02-01', 1)).toEqual(['2027-01-01'])
  })
  it('mind days off as they say', () => {
    const monthly = parse('FREQ=MONTHLY;BYMONTHDAY=1')!
    const first = (off: 'keep' | 'next' | 'skip', window = 1, spread = false) => occurrences(monthly, { window, on_day_off: off, spread }, works, '2026-10-01', 1)[0]
    expect(first('keep')).toMatchObject({ opens: '2026-10-01', last: '2026-10-01', dayOff: true })
    expect(first('next', 3)).toMatchObject({ opens: '2026-10-02', last: '2026-10-04' })
    expect(first('skip')?.opens).toBeUndefined()
    expect(first('next', 3, true)).toMatchObject({ opens: '2026-10-02', last: '2026-10-03' })
  })
  it('do not push a daily duty onto the next one', () => {
    const all = occurrences(parse('FREQ=DAILY')!, { window: 1, on_day_off: 'next', spread: false }, works, '2026-10-03', 3)
    expect(all.map((o) => o.opens)).toEqual([undefined, undefined, '2026-10-05'])
  })
})

describe('differences', () => {
  it('keep what stays and mark what goes and comes', () => {
    expect(pieces('每月走访一次', '每季走访一次')).toEqual([{ sort: 'same', text: '每' }, { sort: 'gone', text: '月' }, { sort: 'new', text: '季' }, { sort: 'same', text: '走访一次' }])
    expect(pieces('', '新')).toEqual([{ sort: 'new', text: '新' }])
    expect(pieces('10', '25')).toEqual([{ sort: 'gone', text: '10' }, { sort: 'new', text: '25' }])
  })
  it('put together again are both texts', () => {
    const [a, b] = ['安全用电检查 every month', '用电安全检查,every week']
    expect(pieces(a, b).filter((p) => p.sort !== 'new').map((p) => p.text).join('')).toBe(a)
    expect(pieces(a, b).filter((p) => p.sort !== 'gone').map((p) => p.text).join('')).toBe(b)
  })
})

function priced(change: Partial<Schemas['PriceSheet']['price']>): Schemas['PriceSheet'] {
  return { as_of: '', terms: 0, price: { verdict: 'fits', year: 100, given_up: [], merged: false, ...change } as Schemas['PriceSheet']['price'] }
}
describe('prices', () => {
  it('say what to do next', () => {
    expect(advice(priced({}))).toBe('fits')
    expect(advice(priced({ year: 0 }))).toBe('nothing')
    expect(advice(priced({ verdict: 'merge' }))).toBe('merge')
    expect(advice(priced({ verdict: 'refused' }))).toBe('less')
    expect(advice(priced({ given_up: ['M-A'] }))).toBe('swapped')
    expect(blocks([priced({}), priced({ verdict: 'swap' })])).toBe(true)
    expect(blocks([priced({}), priced({ given_up: ['M-A'] })])).toBe(false)
  })
  it('draw a bar with the ceiling inside it', () => {
    expect(bar(600, 900, 1200)).toEqual({ before: 40, more: 20, less: 0, mark: 80, over: false })
    expect(bar(900, 1500, 1200)).toMatchObject({ over: true, mark: 80 })
    expect(bar(900, 600, 1200)).toMatchObject({ before: 40, less: 20, more: 0 })
    expect(bar(1200, 1200, 1200).over).toBe(false)
  })
  it('count as room only what leaves the same list', () => {
    const items = toggleSwap(toggleSwap([], 'M-A'), 'M-B')
    expect(roomOn({ items }, 'grid', (c) => (c === 'M-A' ? 'grid' : 'town'))).toEqual(['M-A'])
    expect(toggleSwap(items, 'M-A').map((i) => i.code)).toEqual(['M-B'])
  })
})

describe('the way of a proposal', () => {
  const step = (n: number, action: string, state: string): Schemas['StepView'] => ({ n, at: `2026-01-0${n}T00:00:00Z`, called: `P${n}`, action, state, hash: '' })
  const way = ['burden_check', 'joint_review', 'gov_approve'] as const
  it('shows who acted, what is awaited and what is to come', () => {
    const marks = track({ state: 'joint_review', way: [...way], timeline: [step(1, 'propose', 'draft'), step(2, 'submit', 'burden_check'), step(3, 'weigh', 'joint_review')] })
    expect(marks.map((m) => [m.stage, m.sort, m.by])).toEqual([['draft', 'done', 'P2'], ['burden_check', 'done', 'P3'], ['joint_review', 'now', undefined], ['gov_approve', 'ahead', undefined], ['effective', 'ahead', undefined]])
  })
  it('begins again when it was sent back', () => {
    const marks = track({ state: 'mending', way: [...way], timeline: [step(1, 'propose', 'draft'), step(2, 'submit', 'burden_check'), step(3, 'send_back', 'mending')] })
    expect(marks.map((m) => m.sort)).toEqual(['now', 'ahead', 'ahead', 'ahead', 'ahead'])
    expect(marks[0]?.stage).toBe('mending')
  })
  it('waits for whoever can move it, not for whoever may object', () => {
    expect(awaits(['object'])).toBe(false)
    expect(awaits(['object', 'weigh'])).toBe(true)
  })
  it('offers the doors that a post may come through', () => {
    expect(doors('department_handler', 'district')).toEqual(['charge'])
    expect(doors('village_admin', 'village')).toEqual(['adjust'])
    expect(doors('list_officer', 'city')).toEqual(['charge', 'adjust'])
    expect(doors('grid_worker_full', 'grid')).toEqual([])
  })
})

describe('routing rules', () => {
  const matter = (code: string, more: object = {}) => ({ code, board: 'MS', tier: 'grid', lead_post: 'MS-04', assist_posts: ['PF-02'], lead_department: 'Q-CG', assist_departments: [], ...more }) as unknown as Schemas['Matter']
  const all = [matter('M-1'), matter('M-2', { board: 'PF', lead_department: null }), matter('M-3', { lead_post: 'JJ-01', assist_posts: [] })]
  const codes = (before: Rule | null, after: Rule | null): string[] => concerned([{ code: 'R-1', before, after }], all).map((m) => m.code)
  it('concern the matters that they name, and that name whom they offer', () => {
    expect(codes(null, { code: 'R-1', matter: 'M-1', post: 'PF-02' })).toEqual(['M-1'])
    expect(codes(null, { code: 'R-1', post: 'PF-02' })).toEqual(['M-1', 'M-2'])
    expect(codes({ code: 'R-1', board: 'PF', post: 'PF-02' }, null)).toEqual(['M-2'])
    expect(codes(null, { code: 'R-1', tier: 'grid', department: 'Q-CG' })).toEqual(['M-1', 'M-3'])
    expect(codes(null, { code: 'R-1', tier: 'town', department: 'Q-CG' })).toEqual([])
  })
  it('count from their day; a draft says what is new and what is changed', () => {
    const versions = [{ version: 2, rules: [], from: '2026-06-02T00:00:00Z' }, { version: 1, rules: [], from: '2026-06-01T00:00:00Z' }, { version: 0, rules: [] }]
    expect(['2026-05-01', '2026-06-01', '2026-07-01'].map((day) => standing(versions, Date.parse(day))?.version)).toEqual([0, 1, 2])
    const old: Rule = { code: 'R-1', post: 'PF-02' }
    expect([{ ...old, note: '' }, { ...old, note: 'x' }, { ...old, code: 'R-2' }].map((rule) => mark(rule, [old]))).toEqual(['same', 'changed', 'added'])
    expect(freeCode([old], [{ ...old, code: 'R-2' }])).toBe('R-3')
  })
})
it('parts of a trial are added up', () => {
  const part = { looked: 2, erased: 0, unseen: 1, moved: 1, breached: 0, would_breach: 1, newly: 1, cured: 0, minutes: 20, would_minutes: 30 }
  expect(adding(part, part)).toMatchObject({ looked: 4, moved: 2, would_minutes: 60 })
})
it('the month before may be of the year before', () => {
  expect(lastMonth('2026-01-15')).toEqual({ from: '2025-12-01', to: '2026-01-01' })
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
})

/** Pages stand up on what a server may answer: no word is missing, nothing breaks while it is painted. */
describe('pages', () => {
  const entry = { code: 'M-T-01', tier: 'grid', board: 'MS', name_zh: '走访独居老人', name_en: 'Visit elders', kind: 'visit', level: 'grid', lead_post: 'MS-02', urgency: 'ordinary', privacy: 'masked', limits: { handle: '4wh' }, evidence: 'none', minutes: 15, basis: '示例', fields: ['resident.phone'], duty: { object: 'elder', recurrence: 'FREQ=WEEKLY;BYDAY=MO', window: 3, on_day_off: 'next', missed: 'carry', spread: true, trigger: { on: 'heat', from: 35, reach: 'village', days: 3 } }, version: 2, effective_from: '2026-01-01T00:00:00Z' }
  const answers: [RegExp, unknown][] = [
    [/\/matters\/M-T-01\/versions/, { items: [entry] }], [/\/matters\?/, { items: [entry] }], [/\/lists\/diff/, { items: [{ code: 'M-T-01', name_zh: 'a', name_en: 'a', sort: 'changed', from_version: 1, to_version: 2, fields: [{ field: 'minutes', zh: '用时', en: 'minutes', from: 10, to: 15 }] }] }],
    [/\/burden\?/, { unit: { code: '50', name: '市' }, tier: 'grid', as_of: '2026-01-01T00:00:00Z', ceiling: 1200, total: { code: '50', name: '市', staff: 4, vacant: 1, each: 600, share: 50, over: 1 }, lines: [{ code: 'M-T-01', name_zh: 'a', name_en: 'a', object: 'elder', objects: 9, minutes: 15, measure: 'estimate', times: 52, week: 10, each: 3 }], places: [{ code: '5001', name: '区', staff: 4, vacant: 0, each: 1300, share: 108.3, over: 1 }] }],
    [/\/units\/[^/]+\/(children|posts)/, []], [/\/units\//, { code: '50', level: 'city', kind: 'city', name: '市', title: '市', path: [], children: 0 }], [/\/calendar/, { days: [] }], [/\/routing/, { items: [{ version: 2, rules: [], from: '2099-01-01T00:00:00Z', published: '2026-01-02T00:00:00Z', reason: 'x' }, { version: 1, rules: [{ code: 'R-1', matter: 'M-T-01', unit: '50', hours: 'outside', from: '2026-01-01', post: 'MS-02', note: 'n' }], from: '2026-01-01T00:00:00Z', published: '2026-01-01T00:00:00Z', reason: 'y' }, { version: 0, rules: [] }] }], [/./, { items: [] }],
  ]
  const pages = import.meta.glob<{ default: Component }>(['../src/console/lists/office/{ListsPage,ChangesPage}.vue', '../src/console/lists/admission/{QueuePage,WritePage}.vue', '../src/console/lists/trial/TrialPage.vue', '../src/console/lists/routing/RoutingPage.vue', '../src/console/lists/drafts/DraftsPage.vue', '../src/console/lists/burden/BurdenPage.vue'])
  for (const [path, load] of Object.entries(pages)) for (const lang of ['zh', 'en'] as const) it(`${path.split('/').pop()} in ${lang}`, async () => {
    net.say = (url) => answers.find(([like]) => like.test(url))![1]
    const complaints: unknown[] = []
    vi.spyOn(console, 'warn').mockImplementation((...said) => { complaints.push(said.join(' ')) })
    vi.spyOn(console, 'error').mockImplementation((...said) => { complaints.push(said.join(' ')) })
    const i18n = makeI18n(consoleZh, consoleEn)
    i18n.global.locale.value = lang
    const pinia = createPinia()
    const router = createRouter({ history: createMemoryHistory(), routes: [...routes, { path: '/case/:ref', name: 'case', component: { template: '<i/>' } }] })
    await router.push(path.includes('ListsPage') ? '/lists/M-T-01' : '/lists/burden')
    setActivePinia(pinia)
    useSession().holding = { id: 'h', unit: '50', post: 'SZ-02', role: 'list_officer' } as never
    const page = mount((await load()).default, { global: { plugins: [pinia, router, i18n] } })
    await new Promise((go) => { setTimeout(go, 60) })
    expect(page.text().length).toBeGreaterThan(20)
    if (path.includes('ListsPage')) expect(page.text()).toContain(lang === 'zh' ? '独居老人:每周,周一' : 'Elders living alone: Every week: Monday')
    expect(complaints.filter((c) => !/intlify.*fallback|AbortError/i.test(String(c)))).toEqual([])
    page.unmount()
    vi.restoreAllMocks()
  })
})
