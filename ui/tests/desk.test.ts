import { because } from '@/console/desk/because'
import { describe, expect, it } from 'vitest'
import { build, fieldsOf, FORMS, missing, offered } from '@/console/desk/actions'
import { limitWords } from '@/console/desk/clocks'
import { belongs, fromText, paramsOf, toText } from '@/console/desk/query'
import { actsFor } from '@/console/desk/storm'
import { tell } from '@/console/desk/timeline'
import type { Row, Step } from '@/console/desk/words'
import zh from '@/locales/zh/desk'
import common from '@/locales/zh/common'

const row = (part: Partial<Row>): Row => ({
  ref: '500107.1', number: '20261124-AAAAAAAA', version: 1, state: 'verified', level: 'town', climbed: 'town', colour: 'blue', board: 'MS', where_zh: '', town: '500107003', village: '', grid: '',
  compartment: 'open', sight: 'full', seat: { unit: '500107003' }, overdue: false, supporters: 0, created: '2026-11-24T01:00:00Z', updated: '2026-11-24T01:00:00Z', ...part,
}) as Row
/** Words as the screens have them. */
const t = (key: string, named: Record<string, unknown> = {}): string => {
  const word = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], { ...common, ...zh }) as string
  return word.replace(/\{(\w+)\}/g, (_, name: string) => String(named[name]))
}

describe('actions', () => {
  it('offers what the case waits for first, and only what the server allows', () => {
    const acts = offered({ state: 'filed', allowed: ['urge', 'dispatch', 'whistle', 'overdue'] })
    expect(acts.map((a) => a.word)).toEqual(['dispatch', 'whistle', 'urge'])
    expect(acts.map((a) => a.primary)).toEqual([true, false, false])
  })
  it('has no primary action where nothing is waited for', () => {
    expect(offered({ state: 'in_progress', allowed: ['urge', 'add'] }).some((a) => a.primary)).toBe(false)
  })
  it('gives each key to one action', () => {
    const keys = Object.values(FORMS).flatMap((form) => (form?.key ? [form.key] : []))
    expect(new Set(keys).size).toBe(keys.length)
  })
  it('says each verdict and field in words', () => {
    const verdict = zh.desk.verdict as Record<string, unknown>
    const labels = zh.desk.field as Record<string, string>
    for (const word of Object.keys(FORMS) as (keyof typeof FORMS)[]) {
      for (const [name, field] of fieldsOf(word)) {
        if (field.kind === 'yes') expect(verdict[word], word).toBeDefined()
        expect(labels[`${word}_${name}`] ?? labels[name], `${word}.${name}`).toBeDefined()
      }
    }
  })
  it('wants a reason for a no, and no date for a dispute', () => {
    expect(missing('check', { passed: true })).toEqual([])
    expect(missing('check', { passed: false })).toEqual(['note'])
    expect(missing('ask', { kind: 'dispute', reason: '不是我单位' })).toEqual([])
    expect(missing('ask', { kind: 'extension', reason: '等配件' })).toEqual(['until'])
  })
  it('sends what was filled in and nothing else', () => {
    expect(build('dispatch', { to: { unit: '500107-Q-CG' }, note: '  ' })).toEqual({ action: 'dispatch', to: { unit: '500107-Q-CG' } })
    expect(build('finish', { note: ' 已清走 ', files: [] })).toEqual({ action: 'finish', note: '已清走' })
    expect(build('verify', { found: false, note: '没有' })).toEqual({ action: 'verify', found: false, note: '没有' })
  })
})

describe('queue', () => {
  const self = { unit: '500107003', post: 'ZH-03', now: 0 }
  it('knows whose a row is', () => {
    expect(belongs(row({}), { queue: 'mine' }, self)).toBe(true)
    expect(belongs(row({ seat: { unit: '500107003', post: 'MS-04' } }), { queue: 'mine' }, self)).toBe(false)
    expect(belongs(row({ seat: { unit: '500107003', post: 'MS-04' } }), { queue: 'unit' }, self)).toBe(true)
    expect(belongs(row({ state: 'closed' }), { queue: 'mine' }, self)).toBe(false)
    expect(belongs(row({ climbed: 'district' }), { queue: 'climbed' }, self)).toBe(true)
    expect(belongs(row({}), { queue: 'all', state: 'filed' }, self)).toBe(false)
  })
  it('goes to text and back', () => {
    const query = { queue: 'overdue' as const, state: 'filed' as const, unit: '500107003', within: 8, q: '油烟' }
    expect(fromText(toText(query))).toMatchObject(query)
    expect(fromText('queue=nonsense&within=x').queue).toBe('mine')
  })
  it('asks for open cases by deadline when everything is wanted, and never sorts ended ones by it', () => {
    expect(paramsOf({ queue: 'all' })).toEqual({ open: true, sort: 'due' })
    expect(paramsOf({ queue: 'all', ended: true })).toEqual({ open: false })
    expect(paramsOf({ queue: 'mine', within: 2 }, 0)).toEqual({ queue: 'mine', due_before: '1970-01-01T02:00:00.000Z' })
  })
})

describe('clocks', () => {
  it('puts limits into words', () => {
    expect(['30min', '4wh', '2wd', '24h', '3cd'].map((l) => limitWords(l, t))).toEqual(['30 分钟', '4 个工作小时', '2 个工作日', '24 小时', '3 天'])
  })
})

describe('a suggested matter', () => {
  it('says why in the words of the case, pairs of characters put together', () => {
    expect(because('楼下火锅店油烟直排,晚上窗户不敢开', ['油烟', '烟直', '直排'])).toEqual(['油烟直排'])
    expect(because('垃圾没人清,垃圾桶满了', ['垃圾', '圾桶'])).toEqual(['垃圾桶', '垃圾'])
    expect(because('Street light is out', ['light'])).toEqual(['light'])
    expect(because('路灯不亮', ['油烟'])).toEqual([])
  })
})

describe('timeline and storm', () => {
  const step = (action: string, payload: object): Step => ({ n: 2, at: '', called: '', action, state: 'filed', payload, hash: '' }) as Step
  it('tells to whom, what was said, and what stands out', () => {
    const told = tell(step('dispatch', { action: 'dispatch', to: { unit: '500107-Q-CG' }, note: '请尽快' }))
    expect(told).toMatchObject({ said: '请尽快', bad: false, facts: [{ key: 'to', seat: { unit: '500107-Q-CG' } }] })
    expect(tell(step('check', { passed: false, note: '没清干净' })).bad).toBe(true)
    expect(tell(step('overdue', { clock: 'handle' })).machine).toBe(true)
  })
  it('files first what is not filed yet, and leaves the head alone', () => {
    expect(actsFor(row({}), { kind: 'dispatch', to: { unit: 'u' }, matter: 'M-MS-09', note: '' }).map((a) => a.action)).toEqual(['file', 'dispatch'])
    expect(actsFor(row({ state: 'filed' }), { kind: 'dispatch', to: { unit: 'u' }, matter: 'M-MS-09', note: '' }).map((a) => a.action)).toEqual(['dispatch'])
    expect(actsFor(row({}), { kind: 'merge', into: '500107.1' })).toEqual([])
  })
})
