/** What is being reported, kept on this device until it has arrived. */
import { openDB, type IDBPDatabase } from 'idb'
import { newKey } from '@/api/client'
import type { Answers } from './questions'
import type { Found } from './exif'
import type { Mark } from './photo'

export interface Photo {
  id: string
  /** Key of its upload, kept for every retry; a new one when the covered picture changes. */
  key: string
  name: string
  /** As taken in: smaller, without place and time. Stays on the phone when something is covered. */
  picture: Blob
  marks: Mark[]
  /** Somebody looked for faces and plates and covered them, or said that there are none. */
  looked: boolean
  found: Found
  /** The server's reference, once it is up. */
  ref?: string
}

/** Where it is: a point, or only the grid when somebody gave words. */
export interface Spot {
  from: 'phone' | 'map' | 'photo' | 'search'
  lon: number
  lat: number
  /** Without an exact point the community looks for the place by the words. */
  exact: boolean
  grid: string
  district: string
  title: string
  /** Metres outside the nearest grid. */
  outside: number
}

/** What is written here and sent once: words and pictures, whatever else comes along. */
export interface Carried {
  /** Of the sending: the same for every retry. */
  key: string
  text: string
  photos: Photo[]
  /** When the photos say they were taken, if the person said to use it. */
  happened?: string
  /** Set from the moment of sending until an answer is there: the very body that is sent again with the same key. */
  body?: string
  saved: number
}

export interface Draft extends Carried {
  place: string
  spot?: Spot
  matter?: { code: string; zh: string; en: string }
  answers: Answers
  name: string
  phone: string
  named: boolean
}

export function blank(): Draft {
  return { key: newKey(), text: '', place: '', answers: {}, name: '', phone: '', named: false, photos: [], saved: 0 }
}

export function isEmpty(draft: Draft): boolean {
  return !draft.text.trim() && !draft.place.trim() && draft.photos.length === 0 && !draft.spot
}

export interface Store<D = Draft> {
  load(): Promise<D | undefined>
  save(draft: D): Promise<void>
  clear(): Promise<void>
}

let db: Promise<IDBPDatabase> | undefined
const open = (): Promise<IDBPDatabase> => (db ??= openDB('wangge-citizen', 1, {
  upgrade: (fresh) => { fresh.createObjectStore('draft') },
}))

/** One draft in each slot, in IndexedDB because of the pictures. Where that is forbidden the page works without. */
export function deviceStore<D = Draft>(slot = 'report'): Store<D> {
  return {
    load: async () => (await open()).get('draft', slot) as Promise<D | undefined>,
    save: async (draft) => { await (await open()).put('draft', draft, slot) },
    clear: async () => { await (await open()).delete('draft', slot) },
  }
}
