/** A case in one line: its matter, or the reporter's words while it has none. */
import type { Row } from './words'

export function brief(row: Row, locale: string): string {
  const matter = locale === 'en' ? row.matter_en : row.matter_zh
  return matter ?? row.text ?? row.number
}
