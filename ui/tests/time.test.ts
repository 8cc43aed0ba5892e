import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dayOf, fieldOf, momentOf, yearOf } from '@/lib/day'
import { learnNow, now, stamp, useNow } from '@/lib/time'
import { age } from '@/parts/scene/photos'

describe("the server's time", () => {
  beforeEach(() => { vi.useFakeTimers({ now: Date.UTC(2026, 8, 30, 14) }) })
  afterEach(() => { learnNow(new Date().toISOString()); vi.useRealTimers() })

  it('puts what stands on the page right at once when the phone goes wrong', () => {
    const scope = effectScope()
    const shown = scope.run(() => useNow(30_000))!
    learnNow(new Date().toISOString())
    expect(dayOf(shown.value)).toBe('2026-09-30')
    learnNow('2026-10-01T02:00:00Z')
    expect(dayOf(shown.value)).toBe('2026-10-01')
    scope.stop()
    learnNow('2026-10-05T02:00:00Z')
    expect(dayOf(shown.value)).toBe('2026-10-01')
    expect(dayOf(now())).toBe('2026-10-05')
  })
  it('is not disturbed by what an answer took on its way', () => {
    learnNow(new Date().toISOString())
    const scope = effectScope()
    const shown = scope.run(() => useNow(30_000))!
    const before = shown.value
    vi.setSystemTime(Date.now() + 800)
    learnNow(new Date(Date.now() - 300).toISOString())
    expect(shown.value).toBe(before)
    scope.stop()
  })
})

describe('the zone of the city', () => {
  const t = (key: string, named: Record<string, unknown> = {}): string => `${key} ${named.n ?? ''}`.trim()
  it('is that of every day and hour, whatever the phone is set to', () => {
    // Half past midnight in the city, while it is still the day before farther west.
    expect(dayOf('2026-09-30T16:30:00Z')).toBe('2026-10-01')
    expect(fieldOf('2026-09-30T16:30:00Z')).toBe('2026-10-01T00:30')
    expect(momentOf('2026-10-01T00:30')).toBe('2026-09-30T16:30:00.000Z')
    expect(yearOf('2025-12-31T16:00:00Z')).toBe(2026)
    expect(stamp('2025-09-30T16:30:00Z', 'en')).toBe('01/10/2025, 00:30')
    expect(age('2026-10-01', Date.parse('2026-09-30T16:30:00Z'), t)).toBe('scene.age.today')
    expect(age('2026-09-30', Date.parse('2026-09-30T16:30:00Z'), t)).toBe('scene.age.days 1')
    expect(age('2026-08-02', Date.parse('2026-09-30T16:30:00Z'), t)).toBe('scene.age.days 60')
    expect(age('2026-07-01', Date.parse('2026-09-30T16:30:00Z'), t)).toBe('scene.age.months 3')
  })
})
