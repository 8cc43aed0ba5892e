/** Photos are made small on the phone. Drawing them anew leaves position, time and camera (EXIF) behind. */
import { newKey } from '@/api/client'
import { db, type Photo } from './db'

const SIDE = 1600
const QUALITY = 0.82

/** Width and height within {@link SIDE}, never enlarged. */
export function fit(width: number, height: number, side = SIDE): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A JPEG of at most 1600 px a side, upright. Throws when the picture cannot be read. */
export async function compress(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const { width, height } = fit(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.drawImage(picture, 0, 0, width, height)
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
    if (!made) throw new Error('not encoded')
    return made
  } finally {
    picture.close()
  }
}

/** Compresses and keeps a picture at once, so that a killed app still has it. */
export async function keepPhoto(file: Blob): Promise<string> {
  const photo: Photo = { id: newKey(), blob: await compress(file), key: newKey(), made: Date.now() }
  await (await db()).put('photos', photo)
  return photo.id
}

export async function photo(id: string): Promise<Photo | undefined> {
  return (await db()).get('photos', id)
}
