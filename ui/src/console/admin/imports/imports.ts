/** Sending a table, and telling what came back. */
import { headers, Problem, problemOf, type ProblemBody, type Schemas } from '@/api/client'
import type { Right } from '../shared/rights'

export type Imported = Schemas['Imported']
export type RowNote = Schemas['RowNote']
export type Kind = Imported['kind']

export interface KindInfo { kind: Kind; rights: readonly Right[]; columns: string; more?: string; endings: readonly string[]; wants?: 'effective' | 'edition' }
const TABLE = ['.csv', '.xlsx'] as const
/** What each kind of file must have, as the importers ask for it. */
export const KINDS: readonly KindInfo[] = [
  { kind: 'units', rights: ['import.run'], columns: 'code,level,kind,parent,stat_parent,name', more: 'name_en,lon,lat,calendar,households,people,valid_from,valid_to,aliases', endings: [...TABLE, '.zst'], wants: 'edition' },
  { kind: 'grids', rights: ['import.run'], columns: 'GeoJSON: code + Polygon', endings: ['.geojson', '.json', '.zst'], wants: 'edition' },
  { kind: 'posts', rights: ['import.run'], columns: 'code,board,name_zh,role,staffed', more: 'kind,name_en,formed_from_zh,deputy_post,must_not_be_same_as', endings: TABLE },
  { kind: 'accounts', rights: ['import.run'], columns: 'login,called,home_unit', more: 'name,phone', endings: TABLE },
  { kind: 'holdings', rights: ['holding.grant'], columns: 'login,called,home_unit,unit,post', more: 'capacity,starts,ends', endings: TABLE },
  { kind: 'matters', rights: ['matter.publish', 'import.run'], columns: 'code,board,name_zh,name_en,kind,level,list_tier,lead_post,urgency,privacy,evidence', more: 'limit_verify,limit_dispatch,limit_report_in,limit_handle,limit_check,…', endings: TABLE, wants: 'effective' },
  { kind: 'calendar', rights: ['import.run'], columns: 'date,kind,name', endings: TABLE },
  { kind: 'office', rights: ['import.run'], columns: 'unit,hours', endings: TABLE },
]
/** The server takes no more. */
export const LARGEST = 20 * 1024 * 1024

export interface Sending { kind: Kind; file: File; dryRun: boolean; effective?: string | undefined; edition?: string | undefined }

/** Sends a file; `progress` hears 0…1 while it travels. Only this old interface tells how far an upload is. */
export function send(what: Sending, progress: (part: number) => void): Promise<Imported> {
  const query = new URLSearchParams({ kind: what.kind, dry_run: String(what.dryRun) })
  if (what.effective) query.set('effective', what.effective)
  if (what.edition) query.set('edition', what.edition)
  const form = new FormData()
  form.set('file', what.file, what.file.name)
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/imports?${query}`)
    for (const [name, value] of Object.entries(headers(true))) request.setRequestHeader(name, value)
    request.upload.onprogress = (e) => { if (e.lengthComputable) progress(e.loaded / e.total) }
    request.onerror = () => fail(new Problem(0, {}))
    request.onload = async () => {
      if (request.status >= 200 && request.status < 300) {
        done(JSON.parse(request.responseText) as Imported)
        return
      }
      fail(await problemOf(new Response(request.responseText, { status: request.status }), request.responseURL).catch(() => new Problem(request.status, {} as ProblemBody)))
    }
    request.send(form)
  })
}

/** A cell that a table program would take for a formula is made plain text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
/** CSV as Excel opens it: with a mark that says UTF-8. */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((x) => cell(String(x))).join(',')).join('\r\n')}\r\n`
}

export function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

export interface Reason { words: string; rows: number[] }
/** The same rows by what is wrong with them, the most frequent first: one mistake often fills a column. */
export function byReason(notes: readonly RowNote[], zh: boolean): Reason[] {
  const all = new Map<string, number[]>()
  for (const note of notes) {
    const words = `${note.column ? `${note.column}: ` : ''}${zh ? note.zh : note.en}`
    all.set(words, [...(all.get(words) ?? []), note.row])
  }
  return [...all].map(([words, rows]) => ({ words, rows })).sort((a, b) => b.rows.length - a.rows.length)
}

/** Of what kind a file probably is, by its name and its first line. */
export function guess(name: string, head: string): Kind | undefined {
  const line = head.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0]?.toLowerCase() ?? ''
  const has = (...columns: string[]): boolean => columns.every((c) => line.split(',').map((x) => x.trim().replaceAll('"', '')).includes(c))
  if (/\.(geo)?json(\.zst)?$/i.test(name)) return 'grids'
  if (has('date', 'kind')) return 'calendar'
  if (has('unit', 'hours')) return 'office'
  if (has('login')) return has('post') ? 'holdings' : 'accounts'
  if (has('code', 'list_tier')) return 'matters'
  if (has('code', 'staffed')) return 'posts'
  if (has('code', 'level', 'kind')) return 'units'
  return undefined
}
