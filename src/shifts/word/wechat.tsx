/** How many of WeChat's messages are left, and a button for more. */
import { TOPIC_WORDS } from '@domain/notices/topics'
import { canSubscribe } from '@/platform'
import { Button, Callout, Row, Rows, toast } from '@/ui'
import { askMore, type Channels, wanted } from './more'

const sum = ({ wechat }: Channels) => (wechat?.templates ?? []).reduce((all, one) => all + one.left, 0)

/** The sentence the page opens with. */
export function toldHeading(channels: Channels | undefined): string | undefined {
  if (!channels) return undefined
  const left = sum(channels)
  if (left > 0) return `微信还能提醒您 ${left} 次`
  return channels.wechat && canSubscribe() ? '微信里还不能提醒您' : '有事都写在“通知”里'
}

/** What is left, by what it is about. */
export function WechatCard({ channels }: { channels: Channels }) {
  const { wechat } = channels
  if (!wechat) return null
  return (
    <>
      <Rows title="微信消息">
        {wechat.templates.map(({ template, topics, left }) => (
          <Row key={template} title={topics.map(topic => TOPIC_WORDS[topic]).join('、')} aside={left > 0 ? `还有 ${left} 次` : '没有'} />
        ))}
      </Rows>
      <Callout tone="info">
        {canSubscribe()
          ? '微信规定点一次“允许”只能发一条，用完了再来要。'
          : '微信消息要在微信小程序里要：打开小程序的这一页，点“再要几条”。'}
      </Callout>
    </>
  )
}

/** Inside WeChat alone; the question comes straight out of the tap. */
export function MoreButton({ channels, onMore }: { channels: Channels; onMore: () => void }) {
  if (!canSubscribe()) return null
  const more = () =>
    askMore(wanted(channels), channels.wechat?.bound ?? false).then(yes => {
      if (yes === null) toast('微信没有让问，请在右上角“设置”里打开订阅消息', { tone: 'bad' })
      else toast(yes > 0 ? `好，又多了 ${yes} 次` : '好，先不要')
      onMore()
    })
  return (
    <Button kind="primary" big icon="bell" onTap={more}>
      再要几条
    </Button>
  )
}
