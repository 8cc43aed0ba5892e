/** What is being drawn: one grid cut in two, or the border between two neighbours moved. */
import { computed, ref, watch, type Ref } from 'vue'
import { cut, inside, joined, middle, outwards, type Point, type Shape } from './geometry'
import type { Grid } from './grids'

export type Mode = 'look' | 'split' | 'redraw' | 'merge'
export type Wrong = 'short' | 'misses' | 'often' | 'hole' | 'sliver' | 'apart' | 'twice'

export function useDrawing(grids: Ref<readonly Grid[]>) {
  const mode = ref<Mode>('look')
  const chosen = ref<string[]>([])
  const line = ref<Point[]>([])
  const old = computed(() => chosen.value.flatMap((code) => grids.value.find((g) => g.code === code) ?? []))
  const pair = computed(() => (mode.value === 'redraw' && old.value[0] && old.value[1] ? joined(old.value[0].shape, old.value[1].shape) : undefined))
  /** What the line divides. */
  const whole = computed((): Shape | undefined => {
    if (mode.value === 'split') return old.value[0]?.shape
    return pair.value && 'whole' in pair.value ? pair.value.whole : undefined
  })
  const drawing = computed(() => whole.value !== undefined)
  const sliced = computed(() => (whole.value && line.value.length > 1 ? cut(whole.value, line.value) : undefined))
  const parts = computed((): Shape[] => {
    if (!sliced.value || !('parts' in sliced.value)) return []
    const [a, b] = sliced.value.parts
    const first = old.value[0]?.shape
    // The first part is the one that the first grid mostly becomes.
    return mode.value === 'redraw' && first && a[0] && !inside(middle(first), a[0]) ? [b, a] : [a, b]
  })
  const wrong = computed((): Wrong | undefined => {
    if (pair.value && 'wrong' in pair.value) return pair.value.wrong
    return sliced.value && 'wrong' in sliced.value ? sliced.value.wrong : undefined
  })
  /** Moved far enough to be another border. */
  const moved = computed(() => !(pair.value && 'border' in pair.value) || JSON.stringify(line.value) !== JSON.stringify(outwards(pair.value.border)))
  const ready = computed(() => (mode.value === 'merge' ? old.value.length > 1 : parts.value.length > 1 && moved.value))
  function back(): void { line.value = pair.value && 'border' in pair.value ? outwards(pair.value.border) : [] }
  watch(pair, back)

  function pick(code: string): void {
    const has = chosen.value.includes(code)
    const most = mode.value === 'merge' ? Infinity : mode.value === 'redraw' ? 2 : 1
    if (most === 1) chosen.value = has ? [] : [code]
    else chosen.value = has ? chosen.value.filter((c) => c !== code) : [...chosen.value, code].slice(-most)
  }
  function begin(next: Mode): void {
    mode.value = next
    line.value = []
  }
  function stop(): void {
    begin('look')
    chosen.value = chosen.value.slice(0, 1)
  }
  return { mode, chosen, line, old, whole, drawing, parts, wrong, moved, ready, back, pick, begin, stop }
}
export type Drawing = ReturnType<typeof useDrawing>
