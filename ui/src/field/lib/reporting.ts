/** From the draft to what is sent: pure, so that it can be tested. */
import type { Draft, Entry, Report } from './db'

export interface Ready {
  body: Report
  home: Entry['home']
  title: string
  /** Closed at once; otherwise what was done goes along in words. */
  closes: boolean
}

export function readyToSend(draft: Draft): boolean {
  return (draft.text.trim().length >= 2 || draft.photos.length > 0) && Boolean(draft.place?.point ?? draft.place?.grid)
}

/** `words`: the app's own sentences, in the language of those who read the report. */
export function compose(draft: Draft, now: Date, words: { seePhoto: string; done(what: string): string }): Ready {
  const place = draft.place
  const solved = draft.solved?.trim() ?? ''
  const closes = solved !== '' && draft.matter?.grid === true
  const said = draft.text.trim()
  const base = said.length >= 2 ? said : [said, draft.matter?.zh ?? words.seePhoto].filter(Boolean).join(' ')
  const text = solved && !closes ? `${base}\n${words.done(solved)}` : base
  const body: Report = {
    text: text.slice(0, 2000),
    place: (place?.words ?? '').trim().slice(0, 200),
    happened: now.toISOString(),
    ...(place?.point ? { point: place.point } : place?.grid ? { grid: place.grid } : {}),
    ...(draft.matter ? { matter: draft.matter.code } : {}),
    ...(closes ? { solved } : {}),
  }
  const home = place?.point ?? (place?.district ? { district: place.district } : undefined)
  return { body, home, title: text.split('\n')[0] ?? text, closes }
}
