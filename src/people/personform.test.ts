import type { Resident } from '@domain/people/contract'
import { BLANK, changesOf, formOf, told, typedOf, wrongs } from './personform'

const resident: Resident = {
  id: 'r1',
  household: 'h1',
  grid: '210102025015001',
  name: '张凤兰',
  sex: 'female',
  born: '1940-03-05',
  phones: ['138****8000'],
  hasIdNumber: true,
  relation: '户主',
  living: 'living',
  tags: [],
  note: '耳朵背',
  version: 3,
}

test('somebody new needs a name and nothing else', () => {
  expect(wrongs(BLANK)).toEqual({ name: '姓名要写上' })
  expect(wrongs({ ...BLANK, name: '张凤兰' })).toEqual({})
})

test('an ID number copied with spaces tells birthday and sex, and those are not sent beside it', () => {
  const typed = { ...BLANK, name: '张凤兰', idNumber: '219900 19900808 004x', sex: 'male' as const, born: '1980-01-01' }
  expect(told(typed)).toEqual({ born: '1990-08-08', sex: 'female' })
  const form = formOf(typed)
  expect(form).toMatchObject({ idNumber: '21990019900808004X' })
  expect([form.sex, form.born]).toEqual([undefined, undefined])
})

test('a wrong digit is said before anything is sent', () => {
  expect(wrongs({ ...BLANK, name: '张凤兰', idNumber: '219900199808130034' }).idNumber).toContain('抄错')
  expect(wrongs({ ...BLANK, name: '张凤兰', phones: '1380013800' }).phones).toContain('11 位')
})

test('two phones in one field are two phones', () => {
  expect(formOf({ ...BLANK, name: '张凤兰', phones: '138-0013-8000 13900139000' }).phones).toEqual(['13800138000', '13900139000'])
})

test('a correction sends only what is another; phones that were not typed again stay', () => {
  const was = typedOf(resident)
  expect(changesOf(was, was)).toEqual({})
  expect(changesOf({ ...was, note: '' }, was)).toEqual({ note: '' })
  expect(changesOf({ ...was, phones: '13900139000' }, was)).toEqual({ phones: ['13900139000'] })
  expect(changesOf({ ...was, noPhones: true }, was)).toEqual({ phones: [] })
  expect(changesOf({ ...was, name: ' 张凤兰 ' }, was)).toEqual({})
})
