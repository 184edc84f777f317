/** @jest-environment node */
/** Planning as leads do: a shift in three taps in elder mode, a change that names whom it touches first, and a weekly shift that keeps people's word. */
import type { SeriesForm } from '@domain/shifts/contract/plan'
import { until } from '../patience'
import { enterDemo } from './enter'
import { type Helper, Volunteers } from './helpers'
import type { Person } from './person'
import { onStage } from './stage'

const stage = onStage({ now: '2026-11-23T08:30' })
let all: Volunteers
let sun: Helper
beforeAll(async () => {
  all = await Volunteers.open(stage)
  sun = await all.helper('孙来福', '19900008201')
}, 120_000)

const goTo = (person: Person, page: string, query = '') => person.page.goto(`${stage.server.url}/#/shifts/pages/${page}/index${query}`)
const shiftsOn = (day: string) => all.staff.call('shifts.list', { community: all.staff.division, from: day, days: 1 })
const told = async ({ api }: Helper) => {
  await stage.server.tick()
  return (await api.call('notices.list', {})).items.map(one => `${one.title}：${one.body}`).join('|')
}
const office = async () => {
  const person = await stage.arrives({ wide: true })
  await enterDemo(person, '刘芳')
  return person
}

test('the kitchen lead, 67, in elder mode: a shift more in three taps', async () => {
  const person = await stage.arrives()
  const elder = JSON.stringify({ data: JSON.stringify({ elder: true, scale: 1, listen: false }) })
  await person.page.evaluate(value => localStorage.setItem('lianglin.preferences', value), elder)
  await enterDemo(person, '张玉华')
  await goTo(person, 'plan')
  await person.sees(/这周 \d+ 个班/)
  person.startsCounting()
  await person.tap('加一个班')
  await person.tap(/^厨房午饭/)
  await person.tap(/^明天/)
  await person.sees(/排好了：11月24日 周二 厨房午饭/)
  expect(person.taps).toBe(3)
  expect((await shiftsOn('2026-11-24')).filter(one => one.title === '厨房午饭')).toHaveLength(1)
})

test('a change says first whom it touches, by name; then they are told', async () => {
  const shift = await all.shift('擦黑板报', '2026-11-26', ['06:30', '07:30'], 2)
  await sun.api.call('shifts.sign_up', { shift, role: 'a' })
  const person = await office()
  await goTo(person, 'edit', `?shift=${shift}`)
  await person.sees('孙来福')
  await person.types('到几点', '8:00')
  await person.tap('看看会碰到谁，再改')
  await person.sees(/时间从11月26日 06:30–07:30改成11月26日 06:30–08:00/)
  await person.tap('改好，告诉这 1 个人')
  await person.sees(/改好了，也告诉他们了/)
  expect((await all.staff.call('shifts.shift', { shift })).form?.to).toBe('08:00')
  expect(await told(sun)).toContain('擦黑板报改了')
})

test('a weekly shift moves; whoever has joined keeps what they agreed to unless the editor says otherwise', async () => {
  const form: SeriesForm = {
    ...{ kind: 'event', title: '晨练带操', place: { name: '小花园' }, note: '', withdraw: 12, weekdays: [4], from: '06:30', to: '07:30' },
    ...{ skipped: [], roles: [{ id: 'a', name: '带操', need: 2 }] },
  }
  const { id } = await all.staff.call('shifts.add_series', { community: all.staff.division, since: '2026-11-24', form })
  const first = `${id}|2026-12-03`
  await until(async () => (await shiftsOn('2026-12-03')).some(one => one.id === first), 'the shifts of the series')
  await sun.api.call('shifts.sign_up', { shift: first, role: 'a' })
  const person = await office()
  await goTo(person, 'series')
  await person.tap(/^晨练带操/)
  await person.types('从几点', '06:45')
  await person.tap('看看会碰到谁，再改')
  await person.sees(/照原来的/)
  await person.sees('孙来福')
  await person.tap(/^改好/)
  await person.sees(/改好了，从/)
  await stage.server.tick()
  const times = async (day: string) => (await shiftsOn(day)).find(one => one.series === id)?.from
  await until(async () => (await times('2026-12-10')) === Date.parse('2026-12-10T06:45+08:00'), 'the empty shift following')
  expect(await times('2026-12-03')).toBe(Date.parse('2026-12-03T06:30+08:00'))
  expect(await told(sun)).not.toContain('晨练带操改了')
})
