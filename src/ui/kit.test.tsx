/** @jest-environment jsdom */
import { act, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { Button } from './button'
import { Choice } from './choice'
import { Code } from './code'
import { DayStrip } from './daystrip'
import { Dialog } from './dialog'
import { Field } from './field'
import { Tap } from './tap'

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { getStorageSync: () => '', setStorageSync: () => {} },
  useDidHide: () => {},
}))

const OPTIONS = [
  { value: 'met', label: '见到本人' },
  { value: 'absent', label: '不在家' },
] as const

function Asked() {
  const [value, setValue] = useState<'met' | 'absent' | null>(null)
  return <Choice label="敲开门了吗" options={OPTIONS} value={value} onChange={setValue} />
}

function Asking() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onTap={() => setOpen(true)}>删掉</Button>
      {open ? <Dialog title="删掉这一条？" onClose={() => setOpen(false)} actions={<Button onTap={() => {}}>先不</Button>} /> : null}
    </>
  )
}

test('a hand that shakes taps twice and acts once', () => {
  const act = jest.fn()
  render(<Tap onTap={act}>记下</Tap>)
  fireEvent.click(screen.getByRole('button', { name: '记下' }))
  fireEvent.click(screen.getByRole('button', { name: '记下' }))
  expect(act).toHaveBeenCalledTimes(1)
})

test('a button is busy until what it began is over, and says so', async () => {
  let end: () => void = () => {}
  const begin = jest.fn(
    () =>
      new Promise<void>(resolve => {
        end = resolve
      }),
  )
  render(<Button onTap={begin}>现在就传</Button>)
  const button = screen.getByRole('button', { name: '现在就传' })
  fireEvent.click(button)
  expect(button.getAttribute('aria-busy')).toBe('true')
  fireEvent.click(button)
  expect(begin).toHaveBeenCalledTimes(1)
  await act(async () => end())
  expect(button.getAttribute('aria-busy')).toBeNull()
})

test('what is wrong with a field is linked to it and said aloud', () => {
  render(<Field label="手机号" value="1" onChange={() => {}} error="手机号是 11 位数字" />)
  const field = screen.getByLabelText('手机号')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  const error = document.getElementById(field.getAttribute('aria-describedby') ?? '')
  expect(error?.getAttribute('role')).toBe('alert')
  expect(error?.textContent).toContain('11 位')
})

test('one of a few is chosen with one tap, and arrows walk between them', () => {
  render(<Asked />)
  expect(screen.getByRole('radiogroup', { name: '敲开门了吗' })).toBeTruthy()
  const [met, absent] = screen.getAllByRole('radio')
  met.focus()
  fireEvent.keyDown(met, { key: 'ArrowRight' })
  expect(document.activeElement).toBe(absent)
  fireEvent.click(absent)
  expect(absent.getAttribute('aria-checked')).toBe('true')
})

test('a dialog keeps the focus, closes with Esc and gives the focus back to where it was', () => {
  render(<Asking />)
  const opener = screen.getByRole('button', { name: '删掉' })
  opener.focus()
  fireEvent.click(opener)
  const dialog = screen.getByRole('dialog', { name: '删掉这一条？' })
  expect(dialog.contains(document.activeElement)).toBe(true)
  fireEvent.keyDown(document, { key: 'Escape' })
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(opener)
})

function Days() {
  const [day, setDay] = useState('2026-11-21')
  const days = [
    { value: '2026-11-21', label: '今天', date: '21 日', word: '已订' },
    { value: '2026-11-22', label: '明天', date: '22 日', word: '可以订' },
  ]
  return <DayStrip label="哪一天" days={days} value={day} onChange={setDay} />
}

test('a day of the strip says by name how it stands, and one tap or an arrow goes to another', () => {
  render(<Days />)
  const today = screen.getByRole('radio', { name: '今天 21 日 已订' })
  const tomorrow = screen.getByRole('radio', { name: '明天 22 日 可以订' })
  today.focus()
  fireEvent.keyDown(today, { key: 'ArrowRight' })
  expect(document.activeElement).toBe(tomorrow)
  fireEvent.click(tomorrow)
  expect([today, tomorrow].map(one => one.getAttribute('aria-checked'))).toEqual(['false', 'true'])
})

test('a pick-up code is drawn as squares and says for ears what it is', () => {
  render(<Code text="4096" label="取餐码 4096" />)
  const code = screen.getByRole('img', { name: '取餐码 4096' })
  const side = Number(code.getAttribute('viewBox')?.split(' ')[2])
  // version 1 has 21 squares a side, and two of quiet on either side
  expect(side).toBe(25)
  expect(code.querySelector('path')?.getAttribute('d')?.match(/M/g)?.length).toBeGreaterThan(150)
})
