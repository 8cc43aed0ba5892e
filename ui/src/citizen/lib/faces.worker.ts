/** Looks for faces with the cascade of libccv, away from the page's own thread. One picture in, rectangles out, nothing kept. */
import ccv from 'ccv/js/ccv.js'
import type { Seen } from './faces'

interface Sheet extends OffscreenCanvas { tagName?: string }
/** The library asks the page for its canvases; here there is no page. */
function sheet(width = 1, height = 1): Sheet { return Object.assign(new OffscreenCanvas(width, height), { tagName: 'CANVAS' }) }
Object.assign(globalThis, { document: { createElement: () => sheet() } })

onmessage = (event: MessageEvent<ImageBitmap>) => {
  const canvas = sheet(event.data.width, event.data.height)
  canvas.getContext('2d')?.drawImage(event.data, 0, 0)
  event.data.close()
  const found: Seen[] = ccv.detect_objects({ canvas, interval: 5, min_neighbors: 1 }) || []
  postMessage(found.map(({ x, y, width, height }) => ({ x, y, width, height })))
}
