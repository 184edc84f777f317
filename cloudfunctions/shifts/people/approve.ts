/** The community's yes and no. */
import type { InputOf, OutputOf } from '@domain'
import { ageOn } from '@domain/days'
import { holds } from '@domain/shifts/fit'
import { OF_AGE } from '@domain/shifts/load'
import type { Work, WriteTx } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { VolunteerDoc } from '../docs'
import { papersOf } from '../person'
import { tell } from '../tell'
import { byMe, changed, isOnList, volunteerIn } from './record'

const ME = '/shifts/pages/me/index'

/** A young volunteer needs a guardian's paper that somebody has looked at (志愿服务条例 第七条). Refuses shifts.guardian_missing. */
function checkedGuardian(volunteer: VolunteerDoc, today: string) {
  const young = volunteer.born !== undefined && ageOn(volunteer.born, today) < OF_AGE
  if (young && !holds(papersOf(volunteer), 'guardian', today))
    throw refuse('shifts.guardian_missing', '未满 18 岁，先核对监护人同意书，再点同意')
}

/** What the reactions table is told of somebody who is a volunteer from now on. */
export const approved = (tx: WriteTx, { _id, community }: VolunteerDoc, on: string, by: string) =>
  tx.happened('shifts.approved', { account: _id, community, on, by })

/** Refuses: shifts.not_there, shifts.not_waiting, shifts.guardian_missing. */
export const approve: Work<InputOf<'shifts.approve'>, OutputOf<'shifts.approve'>> = async (context, { account }) => {
  const { community } = await volunteerIn(context.store, account)
  return context.write({ target: account, division: community }, async (tx, whole) => {
    const volunteer = await volunteerIn(tx, account)
    if (isOnList(volunteer)) return { id: account }
    if (volunteer.state === 'left') throw refuse('shifts.not_waiting', '这位志愿者已经退出了，请本人重新登记')
    checkedGuardian(volunteer, context.today)
    await tx.put('volunteers', changed(volunteer, { state: 'active', lastOn: context.today }, byMe(context, 'approved')))
    await approved(whole, volunteer, context.today, context.person?.id ?? '')
    const words = { title: '社区同意您当志愿者了', body: '现在可以报名了，先看看有什么班适合您。' }
    await tell(whole, { topic: 'answer', accounts: [account], ...words, to: '/shifts/pages/find/index', at: context.now })
    return { id: account }
  })
}

/** Refuses: shifts.not_there, shifts.not_waiting. */
export const decline: Work<InputOf<'shifts.decline'>, OutputOf<'shifts.decline'>> = async (context, { account, why }) => {
  const { community } = await volunteerIn(context.store, account)
  return context.write({ target: account, division: community, note: why }, async (tx, whole) => {
    const volunteer = await volunteerIn(tx, account)
    if (volunteer.state !== 'waiting') throw refuse('shifts.not_waiting', '这位志愿者没有在等社区点头')
    await tx.put('volunteers', changed(volunteer, { state: 'declined' }, byMe(context, 'declined', why)))
    const body = `社区说：${why}。有疑问可以打电话问社区，改好了再登记一次。`
    await tell(whole, { topic: 'answer', accounts: [account], title: '志愿者登记这次没有同意', body, to: ME, at: context.now })
    return { id: account }
  })
}
