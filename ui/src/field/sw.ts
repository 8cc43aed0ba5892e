/**
 * The service worker: the app starts without network, and pictures of cases once seen stay visible. What the server
 * answers otherwise is not its business: the app keeps that itself, by account.
 */
declare const self: ServiceWorkerGlobalScope & { __WANGGE_FILES__: { version: string; paths: string[] } }

const { version, paths } = self.__WANGGE_FILES__
const SHELL = `field-shell-${version}`
const FILES = 'field-files'
const PICTURES = 60

self.addEventListener('install', (event) => {
  // Hashed files may come from the browser's store; the page itself must be the present one.
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll(paths.map((path) => new Request(path, { cache: path.startsWith('/assets/') ? 'default' : 'reload' })))))
})
self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('field-shell-') && name !== SHELL) await caches.delete(name)
    await self.clients.claim()
  })())
})
/** A new version waits until somebody says so: never in the middle of a form. */
self.addEventListener('message', (event) => {
  if (event.data === 'use') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== location.origin) return
  if (request.mode === 'navigate') {
    if (url.pathname.startsWith('/field/')) event.respondWith(shell('/field/', request))
  } else if (paths.includes(url.pathname)) event.respondWith(shell(url.pathname, request))
  else if (/^\/api\/v1\/files\//.test(url.pathname) && request.destination === 'image') event.respondWith(picture(request))
})

async function shell(path: string, request: Request): Promise<Response> {
  const held = await (await caches.open(SHELL)).match(path, { ignoreSearch: true, ignoreVary: true })
  return held ?? fetch(request)
}

/** A picture never changes under its reference; the oldest make room. */
async function picture(request: Request): Promise<Response> {
  const cache = await caches.open(FILES)
  const held = await cache.match(request, { ignoreVary: true })
  if (held) return held
  const answer = await fetch(request)
  if (answer.ok) {
    await cache.put(request, answer.clone())
    for (const old of (await cache.keys()).slice(0, -PICTURES)) await cache.delete(old)
  }
  return answer
}

export {}
