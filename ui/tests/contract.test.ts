import { expect, expectTypeOf, it } from 'vitest'
import type { Schemas } from '@/api/client'

type Action = Schemas['Action']
type Word = Action['action']

/** Compiles only while the generated client knows every action by its word on the wire and its own fields. */
it('an action is a discriminated union', () => {
  const dispatch: Action = { action: 'dispatch', to: { unit: '500107003', post: 'MS-04' }, note: '' }
  const accept: Action = { action: 'accept' }
  const seat = (action: Action): string => (action.action === 'dispatch' ? action.to.unit : '')
  expect(seat(dispatch)).toBe('500107003')
  expect(seat(accept)).toBe('')
  expectTypeOf<'whistle' | 'finish' | 'check'>().toExtend<Word>()
  expectTypeOf<Extract<Action, { action: 'finish' }>['note']>().toEqualTypeOf<string>()
})
