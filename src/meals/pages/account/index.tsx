import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { membership, useCall, useMe } from '@/platform'
import { Box, Callout, Empty, Loaded, Page, Tabs } from '@/ui'
import { useEater } from '../../eater'
import { Bill } from '../../money/bill'
import { Movements } from '../../money/movements'
import { TopUp } from '../../money/online'
import { Band, Switch } from '../../whom'
import '../../money/money.scss'

type Part = 'account' | 'month'

/** A meal account: what is on it, what came and went, and the meals of a month. ?eater= somebody else's, for family and staff. */
export default function Account() {
  const me = useMe()
  const eating = useEater()
  const { eater } = eating
  const [part, setPart] = useState<Part>('account')
  const from = useCall('meals.account', eater ? { eater } : null, { keep: `meals/account/${eater}` })
  const { data } = from
  const nobody = !eater && eating.from.data?.length === 0
  return (
    <Page title="饭卡" heading={data ? `饭卡里还有 ${yuan(data.balance)}` : undefined} at={from.at}>
      <Switch eating={eating} />
      <Band eating={eating} call={data?.eater.call} doing="看饭卡" />
      {nobody ? (
        <Empty
          title="还没有对上您的住户资料"
          words={membership(me, 'kitchen', 'community') ? '要替人看饭卡，请从“钱箱”里找到他。' : '请社区帮您对上，饭卡就会在这里。'}
        />
      ) : null}
      {data?.owed ? <Callout tone="info">{`月结还有 ${yuan(data.owed)} 没交，可以到厨房或社区交`}</Callout> : null}
      {nobody ? null : (
        <Tabs
          label="看什么"
          tabs={[
            { value: 'account', label: '收支' },
            { value: 'month', label: '每月的饭' },
          ]}
          value={part}
          onChange={setPart}
        />
      )}
      {nobody ? null : (
        <Loaded from={from} shape="rows">
          {({ movements, today, online }) =>
            part === 'month' ? (
              <Bill eater={eater} today={today} />
            ) : (
              <Box className="k-stack">
                {online.length ? <TopUp eater={eater} kitchens={online} onPaid={from.retry} /> : null}
                <Movements key={from.at} eater={eater} page={movements} today={today} />
              </Box>
            )
          }
        </Loaded>
      )}
    </Page>
  )
}
