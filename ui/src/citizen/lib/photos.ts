/** Taking pictures in, from wherever they were chosen. */
import { ref } from 'vue'
import { useCarrier } from './carrier'
import type { Photo } from './draft'
import { PhotoError, takeIn, type Mark } from './photo'

const MOST = 9
const busy = ref(0)
/** One photo is looked at after the other: a phone has few hands. */
let turn: Promise<Mark[]> = Promise.resolve([])
/** What could not be taken in, each with the reason's word. */
const wrong = ref<{ file: string; why: 'type' | 'large' | 'broken' | 'many' }[]>([])

export function usePhotos() {
  const report = useCarrier()
  async function take(files: readonly File[]): Promise<void> {
    wrong.value = []
    await report.ready
    for (const file of files) {
      if (report.draft.photos.length >= MOST) {
        wrong.value.push({ file: file.name, why: 'many' })
        continue
      }
      busy.value += 1
      try {
        const taken = await takeIn(file)
        const photo = report.addPhoto({ name: file.name, picture: taken.picture, found: taken.found })
        void propose(photo, taken.picture)
      } catch (thrown) {
        wrong.value.push({ file: file.name, why: thrown instanceof PhotoError ? thrown.why : 'broken' })
      } finally {
        busy.value -= 1
      }
    }
  }
  /** Faces that are found are covered at once; a person is asked all the same, and what a person did meanwhile stands. */
  async function propose(photo: Photo, picture: Blob): Promise<void> {
    busy.value += 1
    try {
      const { faces } = await import('./faces')
      const seen = await (turn = turn.then(() => faces(picture)))
      // What is on its way to the server stays as it was sent.
      if (seen.length === 0 || photo.looked || photo.marks.length > 0 || report.phase.value !== 'writing') return
      report.mark(photo, seen)
      photo.looked = false
    } catch {
      // The code for it could not be fetched: by hand, as ever.
    } finally {
      busy.value -= 1
    }
  }
  /** For `<input type="file">`: takes its files and empties it, so that the same one can be chosen again. */
  async function chosen(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement
    const files = [...(input.files ?? [])]
    input.value = ''
    await take(files)
  }
  return { take, chosen, busy, wrong }
}
