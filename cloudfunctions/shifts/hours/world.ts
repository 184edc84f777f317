/** Hours of one volunteer at each place of the test world, and one good input an operation. */
import { createHash } from 'node:crypto'
import { COLUMNS } from '@domain/shifts/certificate'
import type { hours as declared } from '@domain/shifts/contract/hours'
import { atCommunity, type Place, plain, type Sample, type ShiftsPlace } from '../../_kit/sample'
import type { Town } from '../../_kit/testing'
import type { World } from '../../_kit/world'
import { served } from './town'

const RANGE = { from: '2026-10-01', until: '2026-11-21' }
const MANAGER = '王社区'
const fileOf = (name: string) =>
  Buffer.from(`姓名,志愿者编号,活动名称,服务日期,服务时长\n${name},LN${name.charCodeAt(0)},植树,2026-11-08,2\n`)

export async function settle(
  town: Town,
  { community, grid, name }: Omit<Place, 'shifts'>,
  { volunteer }: ShiftsPlace,
): Promise<ShiftsPlace> {
  const clerk = await town.as('community', community, { name: '社区的人' })
  const whose = { account: volunteer, community, name: `${name}志` }
  const old = await served(town, { ...whose, root: `old-${grid}`, minutes: 120, day: '2026-11-02' })
  const young = await served(town, { ...whose, root: `young-${grid}`, minutes: 60, day: '2026-11-20' })
  const more = { minutes: 30, day: '2026-11-19', title: '收拾库房', kind: 'kitchen' as const, why: '忘了签到' }
  const { id: ask } = await clerk.call('shifts.add_hours', { community, account: volunteer, ...more })
  const { id: cert } = await clerk.call('shifts.issue_certificate', { community, account: volunteer, ...RANGE, manager: MANAGER })
  const bytes = fileOf(whose.name)
  const file = createHash('sha256').update(bytes).digest('hex')
  await clerk.call('files.put', { file, part: 0, parts: 1, base64: bytes.toString('base64') })
  await clerk.call('files.file', { file, division: community, kind: 'workbook', name: '好志愿.csv' })
  return { hours_old: old, hours_young: young, hours_ask: ask, cert, city_file: file }
}
const gone = '7'.repeat(24)
export const nowhere: ShiftsPlace = {
  ...{
    hours_old: `old-${gone}|1`,
    hours_young: `young-${gone}|1`,
    hours_ask: gone,
    cert: '210104001001-2026-0001',
    city_file: '7'.repeat(64),
  },
}

/** Whoever calls has hours of their own at the first place, to ask a certificate for. */
export async function enrol(town: Town, { places, callers }: World): Promise<void> {
  for (const account of Object.values(callers))
    await served(town, {
      root: `mine-${account}`,
      account,
      minutes: 90,
      day: '2026-11-03',
      community: places[0].community,
      name: '叫人的人',
    })
}

export const samples: { [N in `shifts.${keyof typeof declared}`]: Sample<N> } = {
  'shifts.my_hours': plain(() => ({})),
  'shifts.my_statement': plain(() => RANGE),
  'shifts.hours': atCommunity(({ community }) => ({ community })),
  'shifts.statement': atCommunity(({ community, shifts }) => ({ community, account: shifts.volunteer, ...RANGE })),
  'shifts.add_hours': atCommunity(({ community, shifts }) => ({
    ...{ community, account: shifts.volunteer, minutes: 60, day: '2026-11-18', title: '贴春联', why: '忘了签到' },
  })),
  'shifts.correct_hours': atCommunity(({ shifts }) => ({ entry: shifts.hours_old, minutes: 90, why: '走早了' })),
  'shifts.object_hours': atCommunity(({ shifts }) => ({ entry: shifts.hours_young, minutes: 0, why: '那天没有来' })),
  'shifts.open_hours': atCommunity(({ community }) => ({ community })),
  'shifts.hour_asks': atCommunity(({ community }) => ({ community, state: 'waiting' })),
  'shifts.answer_hours': atCommunity(({ shifts }) => ({ ask: shifts.hours_ask, yes: true })),
  'shifts.issuer': atCommunity(({ community }) => ({ community })),
  'shifts.set_issuer': atCommunity(({ community, building }) => ({
    ...{
      community,
      version: 0,
      name: '社区居民委员会',
      manager: MANAGER,
      prefix: `字${'甲乙丙丁戊'[Number(building) - 1] ?? '己'}`,
      columns: [...COLUMNS],
    },
  })),
  'shifts.ask_certificate': plain(({ community }) => ({ community, ...RANGE })),
  'shifts.issue_certificate': atCommunity(({ community, shifts }) => ({
    community,
    account: shifts.volunteer,
    ...RANGE,
    manager: MANAGER,
  })),
  'shifts.revoke_certificate': atCommunity(({ shifts }) => ({ certificate: shifts.cert, why: '名字写错了' })),
  'shifts.certificate': atCommunity(({ shifts }) => ({ certificate: shifts.cert })),
  'shifts.certificates': atCommunity(({ community }) => ({ community })),
  'shifts.my_certificates': plain(() => ({})),
  'shifts.verify_certificate': plain(({ shifts }) => ({ number: shifts.cert, code: '012345678901' })),
  'shifts.look_import': atCommunity(({ community, shifts }) => ({ community, file: shifts.city_file, what: 'hours' })),
  'shifts.run_import': atCommunity(({ community, shifts }) => ({ community, file: shifts.city_file, what: 'hours', skip: [] })),
  'shifts.export_hours': atCommunity(({ community }) => ({ community, ...RANGE, shape: 'city', form: 'csv' })),
}
