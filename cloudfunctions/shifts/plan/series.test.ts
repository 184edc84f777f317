import type { SeriesForm } from '@domain/shifts/contract/plan'
import { openTown, type Someone, type Town } from '../../_kit/testing'
import { type ShiftDoc, type SignupDoc, signupId, type VolunteerDoc } from '../docs'
import { leave, seat } from '../seat'
import { COMMUNITY, officeOf, registered, roleForm, shiftForm, within } from '../town'
import { seriesShift } from './docs'

let town: Town
let office: Someone
beforeEach(async () => {
  town = await openTown({ now: '2026-11-28T10:00' })
  office = await officeOf(town)
})
afterEach(() => town.close())

/** Tuesdays and Thursdays, 09:00-11:00. */
function weekly(more: Partial<SeriesForm> = {}): SeriesForm {
  const { day: _, ...form } = shiftForm(town)
  return { ...form, weekdays: [2, 4], skipped: [], ...more }
}
async function made(form: SeriesForm = weekly(), since = '2026-12-01') {
  const { id } = await office.call('shifts.add_series', { community: COMMUNITY, since, form })
  await town.tick()
  return id
}
const card = async (id: string) => {
  const found = (await office.call('shifts.series', { community: COMMUNITY })).find(one => one.id === id)
  if (!found) throw new Error('no such series')
  return found
}
const edit = async (id: string, form: SeriesForm, { since = '2026-12-08', too = false } = {}) => {
  await office.call('shifts.change_series', { series: id, version: (await card(id)).version, since, form, too })
  await town.tick()
}
const shiftsOf = async (id: string) =>
  (await town.store.find<ShiftDoc>('shifts', { where: { series: id, day: { gte: '2026-01-01' } }, order: ['day'], limit: 1000 })).items
const daysOf = async (id: string) => (await shiftsOf(id)).map(one => one.day.slice(5))
const shiftAt = (id: string, day: string) => town.store.get<ShiftDoc>('shifts', seriesShift(id, day))
async function sits(who: Someone, shift: string) {
  await within(town, async tx => {
    const it = (await tx.get<ShiftDoc>('shifts', shift)) as ShiftDoc
    const helper = (await tx.get<VolunteerDoc>('volunteers', who.id)) as VolunteerDoc
    await seat(tx, { shift: it, role: it.roles[0], helper, how: 'self' }, { at: town.now(), by: who.id })
  })
}
const signupOf = (shift: string, who: Someone) => town.store.get<SignupDoc>('signups', signupId(shift, who.id))
const told = async (who: Someone) => {
  await town.tick()
  return (await who.call('notices.list', {})).items.map(one => `${one.title}：${one.body}`).join('|')
}

test('a series is made four weeks ahead, without the days that are skipped, and goes on by itself', async () => {
  const id = await made(weekly({ skipped: ['2026-12-03'] }))
  expect(await daysOf(id)).toEqual(['12-01', '12-08', '12-10', '12-15', '12-17', '12-22', '12-24'])
  town.moveTo('2026-12-05T09:00')
  await town.tick()
  expect((await daysOf(id)).slice(-2)).toEqual(['12-29', '12-31'])
  await town.tick()
  expect(await shiftsOf(id)).toHaveLength(9)
})

test('an edit from a day on: empty shifts follow, those with somebody in them stay as agreed, those changed by hand are left alone', async () => {
  const id = await made()
  const ann = await registered(town)
  await sits(ann, seriesShift(id, '2026-12-08'))
  const loose = seriesShift(id, '2026-12-10')
  await office.call('shifts.change_shift', { shift: loose, version: 1, form: shiftForm(town, { day: '2026-12-10', to: '12:00' }) })
  const form = weekly({ from: '14:00', to: '16:00' })
  const seen = await office.call('shifts.preview_series', { series: id, since: '2026-12-08', form, too: false })
  expect(seen).toMatchObject({ loose: ['2026-12-10'], people: [{ day: '2026-12-08', fate: 'kept', people: [{ name: '李国富' }] }] })
  expect(seen.follows).toEqual(['2026-12-15', '2026-12-17', '2026-12-22', '2026-12-24'])
  await edit(id, form)
  const times = (await shiftsOf(id)).map(one =>
    [one.day.slice(5), new Date(one.from + 8 * 3_600_000).toISOString().slice(11, 16)].join(' '),
  )
  expect(times.slice(0, 6)).toEqual(['12-01 09:00', '12-03 09:00', '12-08 09:00', '12-10 09:00', '12-15 14:00', '12-17 14:00'])
  expect(await told(ann)).not.toContain('改了')
})

test('with the editor’s word those with people change too: they are told, and who no longer fits is off', async () => {
  const id = await made()
  const [ann, bob] = [await registered(town, COMMUNITY, { name: '安' }), await registered(town, COMMUNITY, { name: '包' })]
  const day = seriesShift(id, '2026-12-08')
  for (const one of [ann, bob]) await sits(one, day)
  const { id: other } = await office.call('shifts.add_shift', {
    community: COMMUNITY,
    form: shiftForm(town, { day: '2026-12-08', from: '15:00', to: '17:00', title: '写春联' }),
  })
  await sits(ann, other)
  const form = weekly({ from: '14:00', to: '16:00' })
  const [touched] = (await office.call('shifts.preview_series', { series: id, since: '2026-12-08', form, too: true })).people
  expect(touched.people.map(one => [one.name, one.fate]).sort()).toEqual(
    [
      ['安', 'off'],
      ['包', 'stays'],
    ].sort(),
  )
  await edit(id, form, { too: true })
  expect([(await signupOf(day, ann))?.state, (await signupOf(day, bob))?.state]).toEqual(['passed', 'on'])
  expect([await told(ann), await told(bob)]).toEqual([expect.stringContaining('写春联'), expect.stringContaining('14:00–16:00')])
})

test('a role is never cut below those in it: such a shift stays as agreed, and the preview says so', async () => {
  const id = await made()
  const people = [await registered(town), await registered(town)]
  for (const one of people) await sits(one, seriesShift(id, '2026-12-08'))
  const form = weekly({ roles: [roleForm('a', 1)], from: '14:00', to: '16:00' })
  const seen = await office.call('shifts.preview_series', { series: id, since: '2026-12-08', form, too: true })
  expect(seen.people.map(one => one.fate)).toEqual(['kept'])
  await edit(id, form, { too: true })
  expect((await shiftAt(id, '2026-12-08'))?.roles[0].need).toBe(2)
  expect((await shiftAt(id, '2026-12-10'))?.roles[0].need).toBe(1)
})

test('a weekday that goes: empty shifts are gone, those with people stay, or are cancelled with the editor’s word', async () => {
  const id = await made()
  const ann = await registered(town)
  await sits(ann, seriesShift(id, '2026-12-10'))
  await edit(id, weekly({ weekdays: [2] }))
  expect(await daysOf(id)).toEqual(['12-01', '12-03', '12-08', '12-10', '12-15', '12-22'])
  await edit(id, weekly({ weekdays: [2], title: '守望' }), { too: true })
  expect((await shiftAt(id, '2026-12-10'))?.cancelled?.why).toBe('这个每周的班改了')
  expect(await told(ann)).toContain('您不用来了')
})

test('the end of a series takes its empty shifts and nobody’s word', async () => {
  const id = await made()
  const ann = await registered(town)
  await sits(ann, seriesShift(id, '2026-12-17'))
  await office.call('shifts.end_series', { series: id, version: 1, on: '2026-12-09' })
  await town.tick()
  expect(await daysOf(id)).toEqual(['12-01', '12-03', '12-08', '12-17'])
  expect((await shiftAt(id, '2026-12-17'))?.cancelled).toBeUndefined()
  town.moveTo('2026-12-20T09:00')
  await town.tick()
  expect(await daysOf(id)).toHaveLength(4)
})

test('a shift that was cancelled for one day is not made again', async () => {
  const id = await made()
  await office.call('shifts.cancel_shift', { shift: seriesShift(id, '2026-12-08'), why: '停水' })
  await edit(id, weekly({ note: '带水' }))
  expect((await shiftAt(id, '2026-12-08'))?.cancelled?.why).toBe('停水')
})

describe('whoever always stands somewhere', () => {
  const stand = async (id: string, who: Someone, more: object = {}) => {
    const form = { account: who.id, role: 'a', rhythm: 'every' as const, weekdays: [2 as const], since: '2026-12-01', ...more }
    const { id: roster } = await office.call('shifts.add_roster', { series: id, form })
    await town.tick()
    return roster
  }
  const standsOn = async (id: string, who: Someone) => {
    const all = await Promise.all((await shiftsOf(id)).map(one => signupOf(one._id, who)))
    return all.flatMap(one => (one?.state === 'on' ? [one.day.slice(5)] : []))
  }

  test('is signed up when shifts are made, also for those that stood already', async () => {
    const id = await made()
    const ann = await registered(town)
    await stand(id, ann)
    expect(await standsOn(id, ann)).toEqual(['12-01', '12-08', '12-15', '12-22'])
    town.moveTo('2026-12-03T09:00')
    await town.tick()
    expect((await standsOn(id, ann)).at(-1)).toBe('12-29')
  })

  test('keeps a day off that they took themselves', async () => {
    const id = await made()
    const ann = await registered(town)
    const roster = await stand(id, ann)
    await within(town, async tx => {
      const shift = (await tx.get<ShiftDoc>('shifts', seriesShift(id, '2026-12-08'))) as ShiftDoc
      const signup = (await tx.get<SignupDoc>('signups', signupId(shift._id, ann.id))) as SignupDoc
      await leave(tx, shift, signup, 'off', { at: town.now(), by: ann.id, why: '看孙子' })
    })
    await office.call('shifts.pause_roster', { roster, pause: { from: '2026-12-15', until: '2026-12-15' } })
    await town.tick()
    expect(await standsOn(id, ann)).toEqual(['12-01', '12-22'])
    await ann.call('shifts.pause_roster', { roster })
    await town.tick()
    expect(await standsOn(id, ann)).toEqual(['12-01', '12-15', '12-22'])
  })

  test('is told, and so is who arranged it, once, where it does not go', async () => {
    const id = await made(weekly({ roles: [roleForm('a', 2, { paper: 'health' })] }))
    const ann = await registered(town, COMMUNITY, { name: '安', papers: [{ kind: 'health', until: '2026-12-10' }] })
    await stand(id, ann)
    await town.tick()
    expect(await standsOn(id, ann)).toEqual(['12-01', '12-08'])
    expect((await told(ann)).split('过期').length - 1).toBe(2)
    expect(await told(office)).toContain('安这天排不上')
    const [seen] = await ann.call('shifts.my_rosters', {})
    expect(seen.trouble.map(one => one.day)).toEqual(['2026-12-15', '2026-12-22'])
  })

  test('goes when it ends, and only from their own days', async () => {
    const id = await made()
    const [ann, bob] = [await registered(town), await registered(town)]
    const roster = await stand(id, ann)
    await expect(bob.call('shifts.end_roster', { roster, on: '2026-12-09' })).rejects.toMatchObject({ code: 'shifts.not_there' })
    await sits(ann, seriesShift(id, '2026-12-17'))
    await ann.call('shifts.end_roster', { roster, on: '2026-12-09' })
    await town.tick()
    expect(await standsOn(id, ann)).toEqual(['12-01', '12-08', '12-17'])
  })

  test('never takes a seat that somebody else has', async () => {
    const id = await made(weekly({ roles: [roleForm('a', 1)] }))
    const [ann, bob] = [await registered(town), await registered(town)]
    await sits(bob, seriesShift(id, '2026-12-08'))
    await stand(id, ann)
    expect(await standsOn(id, ann)).toEqual(['12-01', '12-15', '12-22'])
  })
})
