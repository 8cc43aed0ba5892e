/** The choices that a case itself offers: its calls, its requests, grades. */
import { useI18n } from 'vue-i18n'
import { useNames } from '@/lib/names'
import type { Kind } from './actions'
import type { Call, Sheet } from './words'

export interface Option { value: string | number; label: string; note?: string }

export function useCalls(sheet: () => Sheet) {
  const { t, locale } = useI18n()
  const names = useNames()
  const call = (one: Call): Option => ({ value: one.no, label: names.seat(one.seat, locale.value), note: t(`desk.call.${one.state}`) })
  const among = (fits: (one: Call) => boolean): Option[] => sheet().calls.filter(fits).map(call)
  const asked = (dispute: boolean): Option[] => sheet().requests
    .filter((r) => r.state === 'open' && (r.kind === 'dispute') === dispute)
    .map((r) => ({ value: r.no, label: `${t(`desk.request.${r.kind}`)}: ${r.reason}` }))

  function options(kind: Kind): Option[] | undefined {
    switch (kind) {
      case 'open_call': return among((c) => c.state === 'called' || c.state === 'arrived')
      case 'done_call': return among((c) => c.state === 'done')
      case 'ended_call': return among((c) => c.state === 'done' || c.state === 'released')
      case 'graded_call': return among((c) => !!c.grade && !c.objection)
      case 'grade': return ['good', 'fair', 'poor'].map((value) => ({ value, label: t(`desk.grade.${value}`) }))
      case 'ask': return (sheet().state === 'dispatched' ? ['dispute'] : ['extension', 'suspension']).map((value) => ({ value, label: t(`desk.request.${value}`) }))
      case 'link': return sheet().links.filter((l) => l.state === 'open').map((l) => ({ value: l.no, label: names.unitName(l.unit, locale.value), note: l.text }))
      case 'request': return asked(false)
      case 'dispute': return asked(true)
      default: return undefined
    }
  }
  return { options }
}
