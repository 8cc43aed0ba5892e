/** Faces on a photo, found on the device itself (ADR 0010): rectangles to be proposed as covers. Nobody is recognised. */
import { fit, open, type Mark } from './photo'

/** Longer side of what is looked at: a face narrower than a thirtieth of the picture is not found. */
const EDGE = 800
/** A slow phone gives up: covering by hand stays. */
const PATIENCE = 12_000

/** What a detector says, in pixels of what it looked at. */
export interface Seen { x: number; y: number; width: number; height: number }
interface Detector { detect(image: ImageBitmapSource): Promise<{ boundingBox: Seen }[]> }
type DetectorKind = new (options?: { fastMode?: boolean; maxDetectedFaces?: number }) => Detector

/** A rectangle around a found face as a cover: detectors frame eyes to mouth, a cover takes forehead and chin as well. */
export function coverOf(seen: Seen, width: number, height: number): Mark {
  const [side, above, below] = [0.15, 0.3, 0.25]
  const x = Math.max(0, seen.x - side * seen.width)
  const y = Math.max(0, seen.y - above * seen.height)
  return fit({ x: x / width, y: y / height, w: (Math.min(width, seen.x + (1 + side) * seen.width) - x) / width, h: (Math.min(height, seen.y + (1 + below) * seen.height) - y) / height })
}

/** Covers that are proposed for a picture: the browser's own detector where there is one, else a small one of ours; none where neither can look. */
export async function faces(picture: Blob): Promise<Mark[]> {
  let image: ImageBitmap | undefined
  try {
    image = await open(picture)
    const { width, height } = image
    const Kind = (globalThis as { FaceDetector?: DetectorKind }).FaceDetector
    // A browser can know the name and have no detector behind it.
    const own = Kind && await new Kind({ maxDetectedFaces: 20 }).detect(image).then((all) => all.map((one) => one.boundingBox), () => undefined)
    if (own) return own.map((seen) => coverOf(seen, width, height))
    const scale = Math.min(1, EDGE / Math.max(width, height))
    const small = await createImageBitmap(image, { resizeWidth: Math.max(1, Math.round(width * scale)), resizeHeight: Math.max(1, Math.round(height * scale)), resizeQuality: 'medium' })
    const [w, h] = [small.width, small.height]
    return (await look(small)).map((seen) => coverOf(seen, w, h))
  } catch {
    return []
  } finally {
    image?.close()
  }
}

/** The worker with the cascade is fetched when the first photo is chosen, looks once, and goes. */
function look(image: ImageBitmap): Promise<Seen[]> {
  const worker = new Worker(new URL('./faces.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Seen[]>((done, fail) => {
    const timer = setTimeout(() => fail(new Error('too slow')), PATIENCE)
    worker.onmessage = (event: MessageEvent<Seen[]>) => { clearTimeout(timer); done(event.data) }
    worker.onerror = () => { clearTimeout(timer); fail(new Error('no worker')) }
    worker.postMessage(image, [image])
  }).finally(() => worker.terminate())
}
