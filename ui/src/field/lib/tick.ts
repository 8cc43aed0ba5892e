/** This phone's own clock, for what it does by itself (waiting times, "kept 3 min ago"): never for limits. */
import { onScopeDispose, ref, type Ref } from 'vue'

export function useTick(every = 1_000): Ref<number> {
  const value = ref(Date.now())
  const timer = setInterval(() => { value.value = Date.now() }, every)
  onScopeDispose(() => clearInterval(timer))
  return value
}
