/** Marks on a picture being covered: drawn by finger or keys, one undo per change. */
import { computed, ref } from 'vue'
import { fit, type Mark } from './photo'

const STEP = 0.02

export function useMarks(start: readonly Mark[]) {
  const marks = ref<Mark[]>(start.map((m) => ({ ...m })))
  const past = ref<Mark[][]>([])
  const chosen = ref(-1)
  let moving = false

  /** Writes down how it was; a whole move with the arrow keys on one mark counts as one change. */
  function note(move = false): void {
    if (move && moving) return
    moving = move
    past.value.push(marks.value.map((m) => ({ ...m })))
  }
  function add(mark: Mark): void {
    note()
    marks.value.push(fit(mark))
    chosen.value = marks.value.length - 1
  }
  function remove(i: number): void {
    if (!marks.value[i]) return
    note()
    marks.value.splice(i, 1)
    chosen.value = Math.min(i, marks.value.length - 1)
  }
  function undo(): void {
    const before = past.value.pop()
    if (before) marks.value = before
    moving = false
    chosen.value = Math.min(chosen.value, marks.value.length - 1)
  }
  function choose(i: number): void {
    chosen.value = i
    moving = false
  }
  /** Where a mark was let go. */
  function move(i: number, x: number, y: number): void {
    const mark = marks.value[i]
    if (!mark) return
    note()
    marks.value[i] = fit({ ...mark, x, y })
  }
  /** Arrow keys move, with Shift they resize; answers whether the key was one of these. */
  function key(i: number, name: string, shift: boolean): boolean {
    const mark = marks.value[i]
    if (!mark) return false
    if (name === 'Delete' || name === 'Backspace') {
      remove(i)
      return true
    }
    const dx = name === 'ArrowRight' ? STEP : name === 'ArrowLeft' ? -STEP : 0
    const dy = name === 'ArrowDown' ? STEP : name === 'ArrowUp' ? -STEP : 0
    if (dx === 0 && dy === 0) return false
    note(true)
    marks.value[i] = fit(shift ? { ...mark, w: mark.w + dx, h: mark.h + dy } : { ...mark, x: mark.x + dx, y: mark.y + dy })
    return true
  }
  return { marks, chosen, add, remove, undo, choose, move, key, undoable: computed(() => past.value.length > 0) }
}
