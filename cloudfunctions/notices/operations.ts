/** The inbox of whoever asks. */
import type { Notice } from '@domain/notices/contract'
import type { Context } from '../_kit/context'
import { notThere } from '../_kit/refuse'
import type { Operations } from '../_kit/serve'
import { channels } from './channels'
import type { NoticeDoc } from './notify'

const PAGE = 20
/** More than this are marked in several calls; nobody reads more at once. */
const MOST = 500

const shown = ({ _id, at, title, body, to, urgent, readAt }: NoticeDoc): Notice => ({
  ...{ id: _id, at, title, body, urgent },
  ...(to ? { to } : {}),
  ...(readAt ? { readAt } : {}),
})

const me = (context: Context) => context.person?.id ?? ''

export const operations: Operations<'notices'> = {
  ...channels,
  async list(context, { after }) {
    const page = await context.store.find<NoticeDoc>('notices', { where: { account: me(context) }, order: ['-at'], limit: PAGE, after })
    return { ...page, items: page.items.map(shown) }
  },

  async read(context, { notice }) {
    const last = notice === undefined ? null : await context.store.get<NoticeDoc>('notices', notice)
    if (notice !== undefined && !last) throw notThere('notices', '这条消息')
    const unread = await context.store.find<NoticeDoc>('notices', { where: { account: me(context), read: 0 }, limit: MOST })
    const reading = unread.items.filter(one => !last || one.at <= last.at)
    return context.write({ target: me(context) }, async tx => {
      for (const one of reading) await tx.update('notices', one._id, { set: { read: 1, readAt: context.now } })
      return { unread: unread.items.length - reading.length }
    })
  },
}
