/** Pictures on the phone: opened, made smaller, cleaned, covered. Nothing here leaves the device. */
import { readExif, type Found } from './exif'

/** A rectangle to make unrecognisable, in fractions of the picture. */
export interface Mark { x: number; y: number; w: number; h: number }
export interface Taken { picture: Blob; width: number; height: number; found: Found }
export type PhotoWrong = 'type' | 'large' | 'broken'

export class PhotoError extends Error {
  constructor(readonly why: PhotoWrong, readonly file: string) { super(why); this.name = 'PhotoError' }
}

/** More than any phone's camera makes; beyond it a low-end phone runs out of memory. */
const MOST_BYTES = 30 * 1024 * 1024
const MOST_PIXELS = 64_000_000
const EDGE = 2048

/** Opens what was chosen and draws it anew, at most 2,048 pixels long: place, time and camera in the file are gone. */
export async function takeIn(file: File): Promise<Taken> {
  if (file.type && !file.type.startsWith('image/')) throw new PhotoError('type', file.name)
  if (file.size > MOST_BYTES) throw new PhotoError('large', file.name)
  const found = readExif(await file.slice(0, 256 * 1024).arrayBuffer())
  const image = await open(file).catch(() => { throw new PhotoError('broken', file.name) })
  try {
    if (image.width * image.height > MOST_PIXELS) throw new PhotoError('large', file.name)
    const scale = Math.min(1, EDGE / Math.max(image.width, image.height))
    const width = Math.max(1, Math.round(image.width * scale))
    const height = Math.max(1, Math.round(image.height * scale))
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    paper(canvas).drawImage(image, 0, 0, width, height)
    return { picture: await encode(canvas), width, height, found }
  } finally {
    image.close()
  }
}

export function open(blob: Blob): Promise<ImageBitmap> {
  return createImageBitmap(blob, { imageOrientation: 'from-image' })
}

function paper(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d')
  if (!context) throw new PhotoError('broken', '')
  return context
}

function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new PhotoError('broken', ''))), 'image/jpeg', 0.85)
  })
}

/** The picture with every mark turned into a few coarse squares. Without marks it is the same picture. */
export async function covered(picture: Blob, marks: readonly Mark[]): Promise<Blob> {
  if (marks.length === 0) return picture
  const image = await open(picture)
  try {
    const canvas = document.createElement('canvas')
    canvas.width = image.width
    canvas.height = image.height
    const context = paper(canvas)
    context.drawImage(image, 0, 0)
    for (const mark of marks) coarsen(canvas, context, mark)
    return await encode(canvas)
  } finally {
    image.close()
  }
}

/** At most six squares along the longer side: a plate's letters or a face cannot be guessed back from them. */
const SQUARES = 6

function coarsen(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D, mark: Mark): void {
  const x = Math.floor(mark.x * canvas.width)
  const y = Math.floor(mark.y * canvas.height)
  const w = Math.max(1, Math.ceil(mark.w * canvas.width))
  const h = Math.max(1, Math.ceil(mark.h * canvas.height))
  const longer = Math.max(w, h)
  const small = document.createElement('canvas')
  small.width = Math.max(1, Math.round((w / longer) * SQUARES))
  small.height = Math.max(1, Math.round((h / longer) * SQUARES))
  paper(small).drawImage(canvas, x, y, w, h, 0, 0, small.width, small.height)
  context.imageSmoothingEnabled = false
  context.drawImage(small, 0, 0, small.width, small.height, x, y, w, h)
}

/** Keeps a mark inside the picture and large enough to be seen and touched. */
export function fit(mark: Mark): Mark {
  const w = Math.min(1, Math.max(0.02, mark.w))
  const h = Math.min(1, Math.max(0.02, mark.h))
  return { x: Math.min(1 - w, Math.max(0, mark.x)), y: Math.min(1 - h, Math.max(0, mark.y)), w, h }
}
