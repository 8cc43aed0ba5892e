/** Matters that a text may mean: the server's word, and without network a plain comparison of letters. */
import { api, got, Problem } from '@/api/client'
import type { MatterName } from '../stores/ground'

function pairs(text: string): Set<string> {
  const letters = [...text.replace(/[\s,。、,.!?:;()()]/g, '')]
  return new Set(letters.slice(1).map((letter, i) => (letters[i] ?? '') + letter))
}

/** At most three, best first; only such that share at least one pair of neighbouring letters. */
export function guess(text: string, matters: MatterName[]): MatterName[] {
  const said = pairs(text)
  return matters
    .map((m) => { const own = pairs(m.zh); return { m, score: [...own].filter((p) => said.has(p)).length / Math.max(own.size, 1) } })
    .filter((one) => one.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((one) => one.m)
}

export async function suggest(text: string, matters: MatterName[]): Promise<MatterName[]> {
  if (text.trim().length < 2) return []
  try {
    const found = await got(api.GET('/api/v1/matters/suggest', { params: { query: { text: text.slice(0, 200) } } }))
    const names = found.items.slice(0, 3).map((s) => matters.find((m) => m.code === s.code) ?? { code: s.code, zh: s.name_zh, en: s.name_en, grid: false })
    return names.length ? names : guess(text, matters)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return guess(text, matters)
  }
}
