/** A building as one sees it from the street: the top storey first, each entrance with its doors side by side. */
export interface Door { entrance: number; storey: number; door: number; label: string }
export interface Storey { storey: number; entrances: { entrance: number; doors: Door[] }[] }

/** `2-0301`: entrance 2, third storey, first door. With one entrance its number is left out. */
export function storeysOf(b: { storeys: number; entrances: number; units_per_storey: number }): Storey[] {
  const entrances = Math.max(1, b.entrances)
  return Array.from({ length: Math.max(0, b.storeys) }, (_, down) => b.storeys - down).map((storey) => ({
    storey,
    entrances: Array.from({ length: entrances }, (_, e) => ({
      entrance: e + 1,
      doors: Array.from({ length: b.units_per_storey }, (_, d) => ({
        entrance: e + 1, storey, door: d + 1, label: `${entrances > 1 ? `${e + 1}-` : ''}${storey}${String(d + 1).padStart(2, '0')}`,
      })),
    })),
  }))
}

/** The storey that a place's words name: `5楼`, `五楼`, `12层`, `1203室`. */
export function storeyIn(words: string | null | undefined): number | undefined {
  const digits = /(\d{1,2})\s*[楼层]/.exec(words ?? '')?.[1] ?? /(?:^|\D)(\d{1,2})0[1-9](?:室|号|$)/.exec(words ?? '')?.[1]
  if (digits) return Number(digits)
  const word = /([一二三四五六七八九十]{1,3})[楼层]/.exec(words ?? '')?.[1]
  if (!word) return undefined
  const ONES = '一二三四五六七八九'
  const [tens, ones] = word.includes('十') ? word.split('十') : ['', word]
  return (word.includes('十') ? (tens ? ONES.indexOf(tens) + 1 : 1) * 10 : 0) + (ones ? ONES.indexOf(ones) + 1 : 0)
}
