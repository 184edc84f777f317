import { EMPTY, filled, formOf, isTouched, lacking, toggled } from './draft'

test('all is well: two taps make a form that can be sent', () => {
  const filling = { ...EMPTY, outcome: 'met' as const, wellbeing: 'well' as const }
  expect(lacking(filling)).toEqual({})
  expect(formOf(filling)).toEqual({ outcome: 'met', wellbeing: 'well', needs: [], tags: [], policies: [], note: '', photos: [], with: [] })
})
test('what is missing is said field by field', () => {
  expect(Object.keys(lacking(EMPTY))).toEqual(['outcome'])
  expect(Object.keys(lacking({ ...EMPTY, outcome: 'met' }))).toEqual(['wellbeing'])
  expect(lacking({ ...EMPTY, outcome: 'absent' })).toEqual({})
  expect(Object.keys(lacking({ ...EMPTY, outcome: 'absent' }, true))).toEqual(['reason'])
})
test('who turns out not to be home keeps no "well" from a slip of the finger', () => {
  const form = formOf({ ...EMPTY, outcome: 'absent', wellbeing: 'well', needs: toggled([], 'repair') })
  expect(form.wellbeing).toBeUndefined()
  expect(form.needs).toEqual([])
})
test('a need comes and goes with a tap, and the others keep their words', () => {
  const two = toggled(toggled([], 'repair'), 'doctor').map(need => (need.category === 'repair' ? { ...need, words: '水管' } : need))
  expect(toggled(two, 'doctor')).toEqual([{ category: 'repair', words: '水管', urgent: false }])
})
test('who was along is split however it was typed', () => {
  expect(formOf({ ...EMPTY, outcome: 'met', with: '李姐、小王, 老赵' }).with).toEqual(['李姐', '小王', '老赵'])
})
test('a form that was sent opens again as it was', () => {
  const form = formOf({ ...EMPTY, outcome: 'met', wellbeing: 'soso', with: '李姐、小王', note: '药盒快空了' })
  expect(formOf(filled(form))).toEqual(form)
})
test('a form nobody has touched is not a draft', () => {
  expect(isTouched(EMPTY)).toBe(false)
  expect(isTouched({ ...EMPTY, outcome: 'met' })).toBe(true)
})
