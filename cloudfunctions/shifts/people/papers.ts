/** Papers: shown by their owner, looked at by the community. A paper counts only once somebody has looked at it. */
import type { InputOf, OutputOf } from '@domain'
import type { PaperForm } from '@domain/shifts/contract/volunteer'
import { paperName } from '@domain/shifts/papers'
import type { Context, Work } from '../../_kit/context'
import { refuse } from '../../_kit/refuse'
import type { Doc } from '../../_kit/store/port'
import type { PaperItem } from '../docs'
import { byMe, changed, myself } from './record'
import { sealedNumber } from './show'

type Upload = Doc & { by: string[] }
/** How many papers one person may have. */
const MOST = 20

/** Refuses: shifts.paper_nameless, shifts.paper_dates_wrong. */
function checkedForm({ kind, name, from, until }: PaperForm) {
  if (kind === 'other' && !name?.trim()) throw refuse('shifts.paper_nameless', '写一下这是什么证件', 'name')
  if (from && until && until < from) throw refuse('shifts.paper_dates_wrong', '到期的日子不能早于开始的日子', 'until')
}

/** A new paper of somebody's. The photo must have been put up by whoever calls. Refuses: those of the form, shifts.no_photo. */
export async function newPaper(context: Context, account: string, form: PaperForm): Promise<PaperItem> {
  checkedForm(form)
  const { kind, name, number, from, until, photo } = form
  const upload = photo ? await context.system.get<Upload>('uploads', photo) : null
  if (photo && !upload?.by.includes(context.person?.id ?? '')) throw refuse('shifts.no_photo', '照片没有传上去，请再拍一次', 'photo')
  const id = context.id()
  return {
    ...{ id, kind, shown: context.now },
    ...(name?.trim() ? { name: name.trim() } : {}),
    ...(number?.trim() ? { number: sealedNumber(context, account, id, number.trim()) } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(photo ? { photo } : {}),
  }
}

/** Refuses: shifts.too_many_papers. */
export function withPaper(papers: readonly PaperItem[], paper: PaperItem): PaperItem[] {
  if (papers.length >= MOST) throw refuse('shifts.too_many_papers', '证件太多了，先收回不用的')
  return [...papers, paper]
}

/** Refuses: shifts.not_registered, shifts.paper_nameless, shifts.paper_dates_wrong, shifts.no_photo, shifts.too_many_papers. */
export const addPaper: Work<InputOf<'shifts.add_paper'>, OutputOf<'shifts.add_paper'>> = async (context, form) => {
  const me = context.person?.id ?? ''
  const paper = await newPaper(context, me, form)
  const about = { target: me, division: '' }
  return context.write(about, async (_, whole) => {
    const volunteer = await myself(context, whole)
    about.division = volunteer.community
    const papers = withPaper(volunteer.papers, paper)
    await whole.put('volunteers', changed(volunteer, { papers }, byMe(context, 'paper_shown', paperName(paper))))
    return { id: paper.id }
  })
}

/** Refuses: shifts.not_registered, shifts.no_paper, shifts.paper_confirmed. */
export const removePaper: Work<InputOf<'shifts.remove_paper'>, OutputOf<'shifts.remove_paper'>> = (context, { paper: id }) => {
  const about = { target: context.person?.id ?? '', division: '' }
  return context.write(about, async (_, whole) => {
    const volunteer = await myself(context, whole)
    about.division = volunteer.community
    const paper = volunteer.papers.find(one => one.id === id)
    if (!paper) throw refuse('shifts.no_paper', '没有找到这张证件，可能已经收回了')
    if (paper.confirmed) throw refuse('shifts.paper_confirmed', '这张证件社区核对过了，要改请找社区')
    const papers = volunteer.papers.filter(one => one.id !== id)
    await whole.put('volunteers', changed(volunteer, { papers }, byMe(context, 'paper_removed', paperName(paper))))
    return { id }
  })
}
