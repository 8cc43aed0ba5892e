/** Whose words and pictures the parts of a form work on: the report of this page, unless a page says otherwise. */
import { inject, provide, type Ref } from 'vue'
import type { Problem } from '@/api/client'
import type { Carried, Photo } from './draft'
import { useReport } from './report'
import type { Phase } from './sending'

export interface Carrier {
  draft: Carried
  phase: Ref<Phase>
  problem: Ref<Problem | undefined>
  /** 1-based number of the picture on its way; 0: the words themselves. */
  at: Ref<number>
  /** When what was kept on the device is there. */
  ready: Promise<void>
  addPhoto(photo: Omit<Photo, 'id' | 'key' | 'marks' | 'looked'>): Photo
  mark(photo: Photo, marks: Photo['marks']): void
  removePhoto(id: string): void
}
const CARRIER = Symbol('carrier')
export function carry(carrier: Carrier): void { provide(CARRIER, carrier) }
export function useCarrier(): Carrier { return inject<Carrier>(CARRIER, useReport, true) }
