/** What leads say of somebody (labels), and how much the community lets them take on. */
import type { InputOf, OutputOf } from '@domain'
import type { Easing } from '@domain/shifts/contract/volunteer'
import { sayMinutes } from '@domain/shifts/words'
import type { Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { VolunteerDoc } from '../docs'
import { onVolunteer } from './desk'
import { byMe, changed } from './record'

/** '加上：急救培训；去掉：带过' */
function difference(before: readonly string[], after: readonly string[]): string {
  const added = after.filter(one => !before.includes(one))
  const gone = before.filter(one => !after.includes(one))
  return [added.length ? `加上：${added.join('、')}` : '', gone.length ? `去掉：${gone.join('、')}` : ''].filter(Boolean).join('；')
}

/** Refuses: shifts.not_there. */
export const setLabels: Work<InputOf<'shifts.set_labels'>, OutputOf<'shifts.set_labels'>> = (context, { account, labels: said }) =>
  onVolunteer(context, account, async (volunteer, tx) => {
    const labels = [...new Set(said.map(one => one.trim()))]
    const what = difference(volunteer.labels, labels)
    if (what) await tx.put('volunteers', changed(volunteer, { labels }, byMe(context, 'labels', what)))
    return { id: account }
  })

/** '一天 3 小时、不做重活', for the history. */
const sayEasing = ({ day, week, heavy, rest }: Easing) =>
  [
    day === undefined ? '' : `一天 ${sayMinutes(day)}`,
    week === undefined ? '' : `一周 ${sayMinutes(week)}`,
    heavy === undefined ? '' : heavy ? '可以做重活' : '不做重活',
    rest === undefined ? '' : `两班之间歇 ${sayMinutes(rest)}`,
  ]
    .filter(Boolean)
    .join('、')

/** Refuses: shifts.not_there, shifts.ease_past. */
export const easeLimits: Work<InputOf<'shifts.ease_limits'>, OutputOf<'shifts.ease_limits'>> = (context, input) => {
  const { account, limits, why, until } = input
  if (until && until < context.today) throw refuse('shifts.ease_past', '这一天已经过去了，请选今天或以后', 'until')
  const named = Object.values(limits).some(one => one !== undefined)
  const eased = { ...limits, why, by: context.person?.id ?? '', ...(until ? { until } : {}) } as VolunteerDoc['eased']
  const happened = named ? byMe(context, 'eased', `${sayEasing(limits)}（${why}）`) : byMe(context, 'uneased', why)
  const ease = async (volunteer: VolunteerDoc, tx: { put(name: string, doc: VolunteerDoc): Promise<void> }) => {
    await tx.put('volunteers', changed(volunteer, { eased: named ? eased : undefined }, happened))
    return { id: account }
  }
  return onVolunteer(context, account, ease, why)
}
