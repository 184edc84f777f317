/** Registering: by oneself in a minute, or at the community's desk by phone. */
import type { InputOf, OutputOf } from '@domain'
import { ageOn } from '@domain/days'
import { YOUNGEST } from '@domain/shifts/load'
import type { Context, Secrets, Work, WriteTx } from '../../_kit/context'
import type { Account } from '../../_kit/identity'
import { refuse } from '../../_kit/refuse'
import type { Doc, Store } from '../../_kit/store/port'
import type { VolunteerDoc } from '../docs'
import { byMe, changed, foundBy } from './record'

type Form = Omit<InputOf<'shifts.register'>, 'community'>
type Named = Doc & { name: string; level?: string }

/** What a community is called; undefined when there is none of that code. */
export async function communityName(store: Pick<Store, 'get'>, community: string): Promise<string | undefined> {
  const division = await store.get<Named>('divisions', community)
  return community.length === 12 ? division?.name : undefined
}

/** The birthday on the resident record an account is tied to: it goes before what anybody says. */
export async function bornOf(store: Pick<Store, 'get'>, resident: string | undefined): Promise<string | undefined> {
  const record = resident ? await store.get<Doc & { born?: string }>('residents', resident) : null
  return record?.born
}

/** Refuses: shifts.born_missing, shifts.too_young. */
export function checkedBorn(born: string | undefined, today: string): string {
  if (!born || born > today) throw refuse('shifts.born_missing', '请填出生年月日，好给您排合适的班', 'born')
  if (ageOn(born, today) < YOUNGEST) throw refuse('shifts.too_young', `满 ${YOUNGEST} 岁才能登记，可以跟着家长一起来帮忙`, 'born')
  return born
}

/** Whether the community has given somebody a volunteer's role already: then it need not say yes again. */
export const isGiven = ({ person }: Pick<Context, 'person'>, community: string) =>
  person?.memberships.some(({ role, scope }) => (role === 'volunteer' || role === 'lead') && community.startsWith(scope)) ?? false

const sealedAt = (id: string, field: 'name' | 'phone') => ({ collection: 'volunteers', id, field: `emergency.${field}` })
/** Whom to call in need, as it is kept. */
export const sealedContact = (secrets: Secrets, id: string, { name, phone, relation }: NonNullable<Form['emergency']>) => ({
  ...{ name: secrets.seal(name, sealedAt(id, 'name')), phone: secrets.seal(phone, sealedAt(id, 'phone')), relation },
})
/** Whom to call in need, in plain words; for themselves, and for an audited look. */
export const openContact = (secrets: Secrets, { _id, emergency }: VolunteerDoc) =>
  emergency && {
    ...{ name: secrets.open(emergency.name, sealedAt(_id, 'name')), phone: secrets.open(emergency.phone, sealedAt(_id, 'phone')) },
    relation: emergency.relation,
  }

interface Enlisting {
  account: Pick<Account, '_id' | 'phoneMask'>
  community: string
  form: Form
  born: string
  /** The community has said yes already. */
  given: boolean
}

/** Somebody's document after registering: a new one, or what was there brought up to date. */
export function enlisted(context: Context, before: VolunteerDoc | null, it: Enlisting): VolunteerDoc {
  const { account, community, form, born, given } = it
  const { name, skills, times, emergency, cityId } = form
  const said: Partial<VolunteerDoc> = {
    ...{ community, name, skills: [...new Set(skills)], times: [...new Set(times)], born },
    ...{ phoneMask: account.phoneMask, pinyin: foundBy(name) },
    ...(emergency ? { emergency: sealedContact(context.secrets, account._id, emergency) } : {}),
    ...(cityId ? { cityId } : {}),
  }
  const fresh = before ?? blank(account._id, context.today)
  const state = nextState(before?.state, given)
  const begins = state === 'active' && before?.state !== 'active' ? { lastOn: context.today, pause: undefined } : {}
  return changed(fresh, { ...said, ...begins, state }, byMe(context, 'registered'))
}

/** Active or resting stays; whoever lapsed is back; all else waits, unless the community has said yes. */
function nextState(before: VolunteerDoc['state'] | undefined, given: boolean): VolunteerDoc['state'] {
  if (before === 'active' || before === 'paused') return before
  return given || before === 'lapsed' ? 'active' : 'waiting'
}

const blank = (_id: string, today: string): VolunteerDoc => ({
  ...{ _id, community: '', name: '', phoneMask: '', pinyin: '', skills: [], times: [], labels: [], teams: [], papers: [], mute: [] },
  ...{ state: 'waiting', lastOn: today, askedAt: 0, missed: [], times_came: 0, minutes: 0, since: today, history: [], version: 0 },
})

/** Refuses to register somebody at a second community while they are on the first one's list: shifts.registered_elsewhere. */
export async function checkedElsewhere(tx: Pick<WriteTx, 'get'>, before: VolunteerDoc | null, community: string) {
  if (!before || before.community === community || before.state === 'left' || before.state === 'declined') return
  const name = (await communityName(tx, before.community)) ?? '别的社区'
  throw refuse('shifts.registered_elsewhere', `已经在${name}登记过了，要换社区请先在那边退出`, 'community')
}

/** Refuses: shifts.no_community, shifts.born_missing, shifts.too_young, shifts.registered_elsewhere. */
export const register: Work<InputOf<'shifts.register'>, OutputOf<'shifts.register'>> = async (context, { community, ...form }) => {
  const me = context.person
  const name = await communityName(context.system, community)
  if (!me || !name) throw refuse('shifts.no_community', '没有找到这个社区，请重新选', 'community')
  const born = checkedBorn((await bornOf(context.system, me.resident)) ?? form.born, context.today)
  return context.write({ target: me.id, division: community }, async (_, whole) => {
    const [before, account] = [await whole.get<VolunteerDoc>('volunteers', me.id), await whole.get<Account>('accounts', me.id)]
    await checkedElsewhere(whole, before, community)
    const who = { _id: me.id, phoneMask: account?.phoneMask ?? '' }
    const after = enlisted(context, before, { account: who, community, form, born, given: isGiven(context, community) })
    await whole.put('volunteers', after)
    await whole.happened('shifts.registered', { account: me.id, name: form.name })
    if (after.state === 'waiting' && before?.state !== 'waiting') await tellOffice(whole, after, context.now)
    return { id: me.id, state: after.state }
  })
}

const tellOffice = (tx: WriteTx, { _id, community, name }: VolunteerDoc, at: number) =>
  tx.happened('shifts.staff_told', {
    ...{ community, title: '有人想当志愿者', body: `${name}登记了，等社区点头。` },
    ...{ to: `/shifts/pages/volunteer/index?account=${encodeURIComponent(_id)}`, at },
  })
