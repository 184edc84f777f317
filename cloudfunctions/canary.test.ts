/** After everything that is done to people has been done, on disk: no phone and no ID number in plain words in any file, in the log, or in the trace. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkDigit } from '@domain/people/identity'
import { openTown, type Someone, type Town } from './_kit/testing'

// the machine may be busy with other things; slowness is not what this is about
jest.setTimeout(120_000)

const GRID = '210102025015001'
const COMMUNITY = '210102025015'
const folder = mkdtempSync(join(tmpdir(), 'lianglin-canary-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const id = (n: number) => {
  const first17 = `21010219${40 + n}0101${100 + n}`
  return first17 + checkDigit(first17)
}
const person = (n: number) => ({
  idNumber: id(n),
  phone: `138${String(70_000_000 + n * 7919)}`,
  carer: `139${String(60_000_000 + n * 6841)}`,
})
const PEOPLE = Array.from({ length: 12 }, (_, i) => person(i))

/** A phone and an ID number as they might leak: plain, base64, hex, URL-encoded, reversed by nothing else. */
const forms = (secret: string): Buffer[] => {
  const bytes = Buffer.from(secret)
  const at = (offset: number) => Buffer.from(bytes.subarray(offset).toString('base64').replace(/=*$/, '').slice(0, -2))
  return [bytes, Buffer.from(bytes.toString('hex')), at(0), at(1), at(2)]
}
const SECRETS = PEOPLE.flatMap(({ idNumber, phone, carer }) => [idNumber, phone, carer])

/** One life after another: registered, tagged, corrected, visited, dialled, revealed, cared for, searched, moved. */
async function live(clerk: Someone, worker: Someone, town: Town, n: number) {
  const { idNumber, phone, carer } = PEOPLE[n]
  const { id: household } = await clerk.call('people.add_household', {
    grid: GRID,
    address: { building: String(n + 1), unit: '1', room: '101' },
  })
  const { id: resident } = await clerk.call('people.add_resident', {
    household,
    person: { name: `金丝雀${n}`, idNumber, phones: [phone], relation: '户主', living: 'living' },
  })
  await clerk.call('people.correct_resident', { resident, version: 1, person: { phones: [phone, carer] } })
  await clerk.call('people.set_tag', { resident, tag: 'alone', since: '2026-11-01' })
  expect((await clerk.call('people.reveal', { resident, field: 'idNumber', reason: `核对 ${phone}` })).value).toBe(idNumber)
  await worker.call('people.dial', { person: resident, task: `约时间 ${idNumber}` })
  await clerk.call('people.consent', { resident, name: '女儿', phone: carer, relation: '女儿', since: '2026-11-01', how: 'paper' })
  await clerk.call('people.find_exact', { division: COMMUNITY, number: phone })
  const form = { outcome: 'met' as const, wellbeing: 'well' as const, needs: [], tags: [], policies: [], note: '', photos: [], with: [] }
  await worker.call('visits.log', { household, at: town.now(), form })
  await clerk.call('account.assign', { phone: carer, name: '志愿者', role: 'volunteer', scope: COMMUNITY, since: '2026-11-21' })
  // and what goes wrong: typed into the wrong place, sent to the wrong place, by the wrong person
  await worker.answer('account.assign', { phone, name: idNumber, role: 'grid', scope: GRID, since: '2026-11-21' })
  await worker.answer('people.find_exact', { division: '210102025014', number: idNumber })
  await worker.answer('people.household', { household: phone })
  await town.nobody.answer('account.enter', { phone, code: '000000' }, { ip: `203.0.113.${n}` })
  await worker.answer(`people.${phone}`, { [idNumber]: phone })
  town.moveTo(new Date(town.now() + 61_000).toISOString())
  await town.nobody.call('account.request_code', { phone })
  await town.nobody.call('account.enter', { phone, code: town.codes.get(phone) ?? '' })
}

test('no phone and no ID number lies open on disk, in the log or in the trace', async () => {
  const town = await openTown({ now: '2026-11-21T09:00', file: join(folder, 'town.db') })
  const clerk = await town.as('community', COMMUNITY)
  const worker = await town.as('grid', GRID)
  for (let n = 0; n < PEOPLE.length; n++) await live(clerk, worker, town, n)
  await town.tick()
  // while it is open the write-ahead log is on disk as well
  const open = readdirSync(folder).map(name => ({ name, bytes: readFileSync(join(folder, name)) }))
  await town.close()
  const closed = readdirSync(folder).map(name => ({ name: `${name} after closing`, bytes: readFileSync(join(folder, name)) }))
  const places = [...open, ...closed, { name: 'the log', bytes: Buffer.from(town.logged.join('\n')) }]
  expect(places.some(({ bytes }) => bytes.includes('金丝雀0'))).toBe(true)
  const found = places.flatMap(({ name, bytes }) =>
    SECRETS.filter(secret => forms(secret).some(form => bytes.includes(form))).map(secret => `${secret} in ${name}`),
  )
  expect(found).toEqual([])
})

test('the search itself would find one', () => {
  const [{ phone }] = PEOPLE
  for (const form of forms(phone)) expect(Buffer.from(`..${form.toString()}..`).includes(form)).toBe(true)
  expect(forms(phone).some(form => Buffer.from(Buffer.from(`a${phone}b`).toString('base64')).includes(form))).toBe(true)
})
