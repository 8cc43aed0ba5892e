/** The service worker, and a new version: offered, never forced, least of all in the middle of a form. */
import { ref } from 'vue'

/** Set when a new version waits; calling it takes it into use. */
export const fresh = ref<() => void>()

export async function watchVersion(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const found = await navigator.serviceWorker.register('/field/sw.js', { scope: '/field/' }).catch(() => undefined)
  if (!found) return
  const offer = (waiting: ServiceWorker): void => {
    fresh.value = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
      waiting.postMessage('use')
    }
  }
  if (found.waiting && navigator.serviceWorker.controller) offer(found.waiting)
  found.addEventListener('updatefound', () => {
    const coming = found.installing
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'installed' && navigator.serviceWorker.controller) offer(coming)
    })
  })
  // A phone that never closes the app still hears of a new version.
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') void found.update().catch(() => undefined) })
}

/** Pictures and answers that the service worker keeps: gone with the log-out. */
export async function clearPages(): Promise<void> {
  if ('caches' in window) await caches.delete('field-files')
}
