/** Keys of the desk. They rest while somebody types, and while a dialog is open. */
import { onMounted, onUnmounted } from 'vue'

export type Keys = Record<string, (event: KeyboardEvent) => void>

/** `Shift+ArrowDown`, `j`, `?`: as the person thinks of it. */
export function nameOf(event: KeyboardEvent): string {
  const bare = event.key.length === 1
  return !bare && event.shiftKey ? `Shift+${event.key}` : event.key
}
function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) && !['checkbox', 'radio', 'button'].includes((target as HTMLInputElement).type))
}
/** Whether a key does something of its own where the focus is: Enter on a button or a link is that button's. */
function taken(event: KeyboardEvent): boolean {
  return ['Enter', ' '].includes(event.key) && event.target instanceof HTMLElement && ['BUTTON', 'A', 'SUMMARY', 'LABEL'].includes(event.target.tagName)
}

export function useKeys(keys: () => Keys): void {
  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const name = nameOf(event)
    if (document.querySelector('dialog[open]')) return
    if (name !== 'Escape' && (typing(event.target) || taken(event))) return
    const act = keys()[name]
    if (!act) return
    event.preventDefault()
    act(event)
  }
  onMounted(() => window.addEventListener('keydown', press))
  onUnmounted(() => window.removeEventListener('keydown', press))
}
