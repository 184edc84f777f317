import { useEffect, useState } from 'react'
import { forgetKept, lasting, useMe } from '@/platform'
import { ask, Button, Card, Page, Para, toast } from '@/ui'

/** Privacy in plain words: who sees what, what is kept on this phone, and how to wipe it. */
export default function Privacy() {
  const me = useMe()
  const [safe, setSafe] = useState(true)
  useEffect(() => void lasting().then(setSafe), [])
  const wipe = async () => {
    const words = '存着的住户、名单和草稿会清掉，有信号时再打开会重新取。没传上去的不会动。'
    if (!(await ask({ title: '清掉这台手机里存的？', words, yes: '清掉', danger: true }))) return
    await forgetKept()
    toast('清掉了')
  }
  return (
    <Page title="隐私" open>
      <Card title="谁看得到您的信息">
        <Para className="k-text">
          您的网格员和社区看得到您家的门牌、姓名和需要照应的地方；身份证号和电话平时是遮住的，要看得说明为什么，谁看过都记着。街道和区里看到的姓名也是遮住的。
        </Para>
      </Card>
      <Card title="存在哪里">
        <Para className="k-text">存在社区或者市里自己的服务器上。身份证号和电话是加密存放的。不卖、不给别人、不放广告。</Para>
      </Card>
      <Card title="这台手机里存了什么">
        <Para className="k-text">
          {safe
            ? '为了没信号也能用，存了您管的住户名单、没写完的草稿和没传上去的记录，都加了密，只有您登录时打得开。'
            : '这个网址没有加密通道，手机里什么都不存。关掉页面以前，请先把记下的传上去。'}
        </Para>
        {me.id ? (
          <Button icon="bin" onTap={wipe}>
            清掉存着的
          </Button>
        ) : null}
      </Card>
      <Card title="您可以要求">
        <Para className="k-text">看自己的信息、改错的地方、不想让谁替您办事了，都可以跟网格员或者社区说，也可以打 12345。</Para>
      </Card>
    </Page>
  )
}
