/** A month's thank-you list: who helped, how long, and what they reached. */
import type { InputOf, OutputOf } from '@domain'
import { starsAt, yearsSince } from '@domain/shifts/stars'
import { lastOf } from '@domain/shifts/tally'
import type { Work } from '../../_kit/context'
import { all } from '../../_kit/pages'
import type { SignupDoc, VolunteerDoc } from '../docs'
import type { HourDoc } from '../hours/docs'
import { grouped } from './board'
import type { ThankDoc } from './docs'
import { nameOf } from './led'

export const thank_list: Work<InputOf<'shifts.thank_list'>, OutputOf<'shifts.thank_list'>> = async (context, { community, month }) => {
  const { store, today } = context
  const day = { gte: `${month}-01`, lte: `${month}-31` }
  const [signups, hours, helpers, reached, name] = await Promise.all([
    all<SignupDoc>(store, 'signups', { where: { community, day } }),
    all<HourDoc>(store, 'hours', { where: { community, day } }),
    all<VolunteerDoc>(store, 'volunteers', { where: { community } }),
    all<ThankDoc>(store, 'shift_thanks', { where: { community, day } }),
    nameOf(context, community),
  ])
  const came = grouped(
    signups.filter(one => one.came && one.account),
    one => one.account,
  )
  const counted = grouped(hours, one => one.account)
  const words = grouped(reached, one => one.account)
  const until = lastOf(month, today)
  const rows = helpers.flatMap(helper => {
    const own = came.get(helper._id) ?? []
    const minutes = (counted.get(helper._id) ?? []).reduce((sum, one) => sum + one.minutes, 0)
    if ((own.length === 0 && minutes === 0) || helper.state === 'left' || helper.state === 'declined') return []
    const { _id: account, name, minutes: whole, since } = helper
    const standing = { all: whole, stars: starsAt(whole), years: yearsSince(since, until) }
    const milestones = (words.get(account) ?? []).map(one => one.words)
    return [{ helper, row: { account, name, minutes, times: own.length, ...standing, reached: milestones } }]
  })
  const named = rows.filter(({ helper }) => !helper.mute.includes('thanks')).map(({ row }) => row)
  const minutes = rows.reduce((sum, { row }) => sum + row.minutes, 0)
  return {
    ...{ community, name, month, today, minutes, unnamed: rows.length - named.length },
    people: named.sort((a, b) => b.minutes - a.minutes || a.name.localeCompare(b.name, 'zh')),
  }
}
