import type { MyShift } from '@domain/shifts/contract/day'
import { type SaidHere, seenShift, shiftNow } from './seen'

const at = (clock: string) => Date.parse(`2026-11-28T${clock}:00+08:00`)
const item = (more: Partial<MyShift> = {}): MyShift => ({
  ...{ shift: 's1', title: '平安守望', kind: 'patrol', place: { name: '社区门口' }, day: '2026-11-28', from: at('09:00'), to: at('12:00') },
  ...{ roleName: '巡逻', note: '', leads: false, version: 1 },
  ...more,
})
const here = (more: Partial<SaidHere> = {}): SaidHere => ({ shift: 's1', way: 'in', key: 'k1', at: at('09:02'), version: 1, ...more })

test('what was said on this phone counts at once, and waits visibly until it has arrived', () => {
  expect(seenShift(item(), [here()], [{ id: 'k1' }], at('09:03'))).toMatchObject({
    stands: { state: 'in', can: 'check_out' },
    waiting: true,
  })
  expect(seenShift(item(), [here()], [], at('09:03'))).toMatchObject({ stands: { state: 'in' }, waiting: false })
})

test('both in and out said without signal are seen together', () => {
  const said = [here(), here({ way: 'out', key: 'k2', at: at('11:58') })]
  const seen = seenShift(item(), said, [{ id: 'k1' }, { id: 'k2' }], at('11:59'))
  expect(seen.stands.state).toBe('out')
})

test('once the server knows more, the server is believed; what it turned away says why and did not happen', () => {
  expect(seenShift(item({ version: 2 }), [here()], [], at('09:03')).stands.state).toBe('open')
  const turned = seenShift(item(), [here()], [{ id: 'k1', problem: { message: '这个班取消了' } }], at('09:03'))
  expect(turned).toMatchObject({ problem: '这个班取消了', stands: { state: 'open' } })
})

test('the home is about the shift one is in, then the one to check in at, then what is asked, then the next', () => {
  const see = (one: MyShift) => seenShift(one, [], [], at('09:03'))
  const early = see(item({ shift: 'later', from: at('14:00'), to: at('16:00') }))
  const open = see(item({ shift: 'open' }))
  const inside = see(item({ shift: 'in', came: { at: at('09:00'), how: 'tap' } }))
  expect(shiftNow([early, open, inside])?.shift).toBe('in')
  expect(shiftNow([early, open])?.shift).toBe('open')
  expect(shiftNow([early], early)?.shift).toBe('later')
  expect(shiftNow([])).toBeUndefined()
})
