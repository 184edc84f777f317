/**
 * Whole numbers, one at a time: every look is written down with its reason, and there is a most in an hour and in a day (NORMS S18: half of what
 * 法释〔2017〕10号 counts as serious for data got on duty, far below it per day). A blocked look is told to the community.
 */
import type { Context, WriteTx } from '../_kit/context'
import { refuse } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import type { Doc } from '../_kit/store/port'
import { addDays } from '../_kit/time'
import type { ResidentDoc } from './docs'
import { sealPlace } from './person'
import { reachedResident } from './residents'

export const AN_HOUR = 120
export const A_DAY = 600
const HOUR = 3600_000

type Looks = Doc & { at: number[] }
const looksId = (account: string, day: string) => `${account}|${day}`

/** Thrown out of the transaction so that nothing of it stays; the community is told in another. */
class Blocked extends Error {}

/** Counts a look, in the look's own transaction. Any sixty minutes count, also across midnight. */
async function countLook(context: Context, tx: WriteTx, account: string): Promise<void> {
  const today = (await tx.get<Looks>('reveals', looksId(account, context.today)))?.at ?? []
  const eve = (await tx.get<Looks>('reveals', looksId(account, addDays(context.today, -1))))?.at ?? []
  const lately = [...eve, ...today].filter(at => at > context.now - HOUR).length
  if (lately >= AN_HOUR || today.length >= A_DAY) throw new Blocked()
  await tx.put<Looks>('reveals', { _id: looksId(account, context.today), at: [...today, context.now] })
}

/** One event an hour and person, however often they try. */
async function tellBlocked(context: Context, account: string, community: string): Promise<void> {
  const id = `reveals|${account}|${Math.floor(context.now / HOUR)}`
  const body = `${context.person?.name ?? '有人'} 看住户号码的次数太多，已经停了。请问一问是不是工作需要`
  const facts = { community, title: '号码看得太多', body, to: '', at: context.now }
  await context.system.transaction(async tx => {
    if (await tx.get('events', id)) return
    await tx.insert('events', { _id: id, name: 'people.reveals_blocked', facts, at: context.now, due: context.now, tries: 0 })
  })
}

/** Opens a number inside a counted, audited write. */
async function look<T>(context: Context, doc: ResidentDoc, reason: string, open: (now: ResidentDoc) => T): Promise<T> {
  const account = context.person?.id ?? ''
  try {
    return await context.write({ target: doc._id, division: doc.grid, note: reason }, async (tx, whole) => {
      const now = await tx.get<ResidentDoc>('residents', doc._id)
      if (!now) throw refuse('people.not_there', '没有找到这位住户，可能已经改了或不归您管')
      await countLook(context, whole, account)
      return open(now)
    })
  } catch (error) {
    if (!(error instanceof Blocked)) throw error
    await tellBlocked(context, account, doc.community)
    throw refuse('people.too_many_reveals', '看号码的次数太多了，歇一会儿再看；社区已经知道了')
  }
}

const openPhones = (context: Context, doc: ResidentDoc) =>
  doc.phones.map((phone, at) => context.secrets.open(phone, sealPlace(doc._id, `phones.${at}`)))

export const numbers: Pick<Operations<'people'>, 'reveal' | 'dial'> = {
  async reveal(context, { resident, field, reason }) {
    const doc = await reachedResident(context, resident)
    const missing = field === 'idNumber' ? doc.idNumber === undefined : doc.phones.length === 0
    if (missing) throw refuse('people.not_there', field === 'idNumber' ? '没有登记身份证号' : '没有登记电话')
    return look(context, doc, reason, now => {
      const value =
        field === 'idNumber'
          ? context.secrets.open(now.idNumber ?? '', sealPlace(now._id, 'idNumber'))
          : openPhones(context, now).join('、')
      return { value }
    })
  },

  async dial(context, { person, task }) {
    const doc = await reachedResident(context, person)
    if (doc.phones.length === 0) throw refuse('people.no_phone', '这位住户没有登记电话，可以打给家里别人')
    return look(context, doc, task, now => {
      const phones = openPhones(context, now)
      return { number: phones.find(phone => phone.length === 11 && phone[0] === '1') ?? phones[0] }
    })
  },
}
