/** The community looks at papers: what waits, what has expired, what ends soon; yes and no. */
import type { InputOf, OutputOf } from '@domain'
import { addDays } from '@domain/days'
import { paperName, paperState, SOON } from '@domain/shifts/papers'
import type { Context, Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Query } from '../../_kit/store/port'
import type { PaperItem, VolunteerDoc } from '../docs'
import { tell } from '../tell'
import { onVolunteer } from './desk'
import { newPaper, withPaper } from './papers'
import { byMe, changed, isOnList, volunteerIn } from './record'
import { shownPaper } from './show'

type Asked = InputOf<'shifts.papers'>
const PEOPLE = 100

function queryOf({ community, state, after }: Asked, today: string): Query {
  const page = { limit: PEOPLE, ...(after ? { after } : {}) }
  if (state === 'waiting') return { where: { community, unchecked: { gte: 1 } }, order: ['unchecked'], ...page }
  const expires = state === 'expired' ? { lt: today } : { lte: addDays(today, SOON) }
  return { where: { community, expires }, order: ['expires'], ...page }
}

/** Whoever has left shows no papers to anybody; somebody who waits for the community does. */
const shows = (one: VolunteerDoc) => isOnList(one) || one.state === 'waiting'

export const papers: Work<Asked, OutputOf<'shifts.papers'>> = async (context, asked) => {
  const page = await context.store.find<VolunteerDoc>('volunteers', queryOf(asked, context.today))
  const items = page.items.filter(shows).flatMap(volunteer =>
    volunteer.papers
      .filter(one => paperState(one, volunteer.papers, context.today) === asked.state)
      .map(one => ({
        account: volunteer._id,
        name: volunteer.name,
        phone: volunteer.phoneMask,
        paper: shownPaper(context, volunteer, one),
      })),
  )
  const key = ({ paper }: (typeof items)[number]) => paper.until ?? ''
  const sorted =
    asked.state === 'waiting' ? items.sort((a, b) => a.paper.shown - b.paper.shown) : items.sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return { items: sorted, ...(page.after ? { after: page.after } : {}) }
}

/** Refuses: shifts.not_there, shifts.paper_nameless, shifts.paper_dates_wrong, shifts.no_photo, shifts.too_many_papers. */
export const takePaper: Work<InputOf<'shifts.take_paper'>, OutputOf<'shifts.take_paper'>> = async (context, { account, ...form }) => {
  await volunteerIn(context.store, account)
  const paper = { ...(await newPaper(context, account, form)), confirmed: { at: context.now, by: context.person?.id ?? '' } }
  return onVolunteer(context, account, async (volunteer, tx) => {
    const happened = byMe(context, 'paper_confirmed', paperName(paper))
    await tx.put('volunteers', changed(volunteer, { papers: withPaper(volunteer.papers, paper) }, happened))
    return { id: paper.id }
  })
}

/** One paper of somebody's. Refuses shifts.no_paper. */
function paperOf({ papers }: VolunteerDoc, id: string): PaperItem {
  const paper = papers.find(one => one.id === id)
  if (!paper) throw refuse('shifts.no_paper', '没有找到这张证件，可能本人已经收回了')
  return paper
}

const replaced = ({ papers }: VolunteerDoc, paper: PaperItem) => papers.map(one => (one.id === paper.id ? paper : one))
const byWhom = ({ now, person }: Context) => ({ at: now, by: person?.id ?? '' })

/** Refuses: shifts.not_there, shifts.no_paper, shifts.paper_dates_wrong. */
export const confirmPaper: Work<InputOf<'shifts.confirm_paper'>, OutputOf<'shifts.confirm_paper'>> = (context, input) =>
  onVolunteer(context, input.account, async (volunteer, tx, whole) => {
    const { refused: _, ...paper } = paperOf(volunteer, input.paper)
    const dates = { ...(input.from ? { from: input.from } : {}), ...(input.until ? { until: input.until } : {}) }
    const after: PaperItem = { ...paper, ...dates, confirmed: paper.confirmed ?? byWhom(context) }
    if (after.from && after.until && after.until < after.from)
      throw refuse('shifts.paper_dates_wrong', '到期的日子不能早于开始的日子', 'until')
    if (paper.confirmed && JSON.stringify(after) === JSON.stringify(paper)) return { id: paper.id }
    const papers = replaced(volunteer, after)
    await tx.put('volunteers', changed(volunteer, { papers }, byMe(context, 'paper_confirmed', paperName(paper))))
    const words = { title: `您的${paperName(paper)}核对好了`, body: '要这个证的岗位现在可以报名了。', to: '/shifts/pages/find/index' }
    await tell(whole, { topic: 'papers', accounts: [input.account], ...words, at: context.now })
    return { id: paper.id }
  })

/** Refuses: shifts.not_there, shifts.no_paper. */
export const refusePaper: Work<InputOf<'shifts.refuse_paper'>, OutputOf<'shifts.refuse_paper'>> = (context, { account, paper: id, why }) =>
  onVolunteer(
    context,
    account,
    async (volunteer, tx, whole) => {
      const { confirmed: _, ...paper } = paperOf(volunteer, id)
      const papers = replaced(volunteer, { ...paper, refused: { ...byWhom(context), why } })
      await tx.put('volunteers', changed(volunteer, { papers }, byMe(context, 'paper_refused', `${paperName(paper)}：${why}`)))
      const words = {
        title: `您的${paperName(paper)}没有通过`,
        body: `${why}。换一张再交，或者带到社区看看。`,
        to: '/shifts/pages/me/index',
      }
      await tell(whole, { topic: 'papers', accounts: [account], ...words, at: context.now })
      return { id }
    },
    why,
  )
