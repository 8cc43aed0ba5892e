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

export interface Draft {
  key: string
  text: string
  place: string
  spot?: Spot
  matter?: { code: string; zh: string; en: string }
  answers: Answers
  name: string
  phone: string
  named: boolean
  happened?: string
  photos: Photo[]
  /** Set from the moment of sending until an answer is there: the very body that is sent again with the same key. */
  body?: string
  saved: number
}

export function blank(): Draft {
  return { key: newKey(), text: '', place: '', answers: {}, name: '', phone: '', named: false, photos: [], saved: 0 }
}

export function isEmpty(draft: Draft): boolean {
  return !draft.text.trim() && !draft.place.trim() && draft.photos.length === 0 && !draft.spot
}

export interface Store {
  load(): Promise<Draft | undefined>
  save(draft: Draft): Promise<void>
  clear(): Promise<void>
}

/** One draft at a time, in IndexedDB because of the pictures. Where that is forbidden the page works without. */
export function deviceStore(): Store {
  let db: Promise<IDBPDatabase> | undefined
  const open = (): Promise<IDBPDatabase> => (db ??= openDB('wangge-citizen', 1, {
    upgrade: (fresh) => { fresh.createObjectStore('draft') },
  }))
  return {
    load: async () => (await open()).get('draft', 'report') as Promise<Draft | undefined>,
    save: async (draft) => { await (await open()).put('draft', draft, 'report') },
    clear: async () => { await (await open()).delete('draft', 'report') },
  }
}
