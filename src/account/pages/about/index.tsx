import { useMe } from '@/platform'
import { Card, Page, Para, Section, Tag } from '@/ui'

/** What this is, in plain words. */
export default function About() {
  const { demo } = useMe()
  return (
    <Page title="关于两邻" open>
      <Section title="与邻为善，以邻为伴" aside={demo ? <Tag tone="info">演示</Tag> : undefined}>
        <Para className="k-text">两邻是社区自己用的小程序：网格员上门看看大家好不好，社区把发现的事一件件办掉，邻居们互相搭把手。</Para>
      </Section>
      <Card title="敲门">
        <Para className="k-text">
          独居、高龄、有病在身的，隔几天就有人来敲门；别的人家，半年也会走到一次。为什么今天来，都写得明明白白。
        </Para>
      </Card>
      <Card title="没有信号也能用">
        <Para className="k-text">楼道里、地下室里没信号，照样能看能记，记下的先放在手机里，有信号了自己传上去。</Para>
      </Card>
      <Card title="字小看不清？">
        <Para className="k-text">首页右上角点「长辈版」，字和按钮都会变大。在「我的」里还能再调字号，也能让手机念给您听。</Para>
      </Card>
    </Page>
  )
}
