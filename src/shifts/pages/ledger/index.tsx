import { useState } from 'react'
import { membership, useCall, useMe, useQuery } from '@/platform'
import { Box, Choice, Empty, Page, Tabs, useElder } from '@/ui'
import { useDesk } from '../../desk/use'
import { Asks } from '../../hours/asks'
import { BringIn, TakeOut } from '../../hours/bring'
import { Entries } from '../../hours/entries'
import { Issued } from '../../hours/issued'
import { IssuerForm } from '../../hours/issuerform'
import '../../hours/hours.scss'

const TABS = [
  { value: 'asks', label: '等确认' },
  { value: 'hours', label: '时长' },
  { value: 'certificates', label: '证明' },
  { value: 'files', label: '导入导出' },
  { value: 'issuer', label: '出具单位' },
] as const
type Tab = (typeof TABS)[number]['value']

/** The hours' desk: what waits for a second person, the ledger, certificates, files. ?tab= and ?account= lead to a part of it. */
export default function Screen() {
  const me = useMe()
  const asked = useQuery()
  const { community } = useDesk()
  const elder = useElder()
  const office = membership(me, 'community') !== undefined
  const [chosen, setChosen] = useState<Tab>()
  const tab = chosen ?? TABS.find(one => one.value === asked.tab)?.value ?? (asked.account ? 'hours' : 'asks')
  const waiting = useCall('shifts.hour_asks', community ? { community, state: 'waiting' } : null)
  const many = waiting.data?.items.filter(one => !one.notMe).length ?? 0
  const tabs = TABS.slice(0, office ? TABS.length : 2).map(one => (one.value === 'asks' ? { ...one, count: many } : one))
  return (
    <Page
      title="时长和证明"
      heading={waiting.data ? (many > 0 ? `有 ${many} 条等您确认` : '没有要您确认的') : undefined}
      wide
      at={waiting.at}
    >
      {community ? (
        <>
          {elder ? (
            <Choice bare label="看什么" options={tabs} value={tab} onChange={setChosen} />
          ) : (
            <Tabs label="看什么" tabs={tabs} value={tab} onChange={setChosen} />
          )}
          <Box className="k-stack">
            {tab === 'asks' ? <Asks community={community} office={office} onDone={waiting.retry} /> : null}
            {tab === 'hours' ? (
              <Entries community={community} office={office} first={asked.account ? { account: asked.account, name: '' } : undefined} />
            ) : null}
            {tab === 'certificates' ? <Issued community={community} /> : null}
            {tab === 'files' ? (
              <Box className="k-split">
                <BringIn community={community} />
                <TakeOut community={community} />
              </Box>
            ) : null}
            {tab === 'issuer' ? <IssuerForm community={community} /> : null}
          </Box>
        </>
      ) : (
        <Empty title="这一页给队长、厨房和社区看" words="您自己的时长，在“我的时长”里。" />
      )}
    </Page>
  )
}
