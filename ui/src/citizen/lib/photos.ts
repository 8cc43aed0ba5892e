/** Taking pictures in, from wherever they were chosen. */
import { ref } from 'vue'
import { useCarrier } from './carrier'
import { faces, PhotoError, takeIn } from './photo'

const MOST = 9
const busy = ref(0)
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
        const seen = await faces(taken.picture)
        if (seen.length > 0) {
          report.mark(photo, seen)
          photo.looked = false // A machine looked: a person is asked all the same.
        }
      } catch (thrown) {
        wrong.value.push({ file: file.name, why: thrown instanceof PhotoError ? thrown.why : 'broken' })
      } finally {
        busy.value -= 1
      }
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
