/** A word in passing, for those who see and those who listen. */
import { ref } from 'vue'

export const toast = ref('')
let timer: ReturnType<typeof setTimeout> | undefined

export function say(words: string): void {
  toast.value = words
  clearTimeout(timer)
  timer = setTimeout(() => { toast.value = '' }, 3_500)
}
