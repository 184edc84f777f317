import type { Thanked } from '@domain/shifts/contract/desk'
import { starWords } from '@domain/shifts/stars'
import { sayMinutes } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall, useQuery } from '@/platform'
import { Button, Callout, canPrint, Empty, Loaded, Page, printPaper, Row, Rows, Section, sayMonth, Table, Tag } from '@/ui'
import { Poster, type ThankList } from '../../desk/poster'
import { PeriodTurn } from '../../desk/turn'
import { useDesk } from '../../desk/use'
import { toVolunteer } from '../../ways'
import '../../desk/desk.scss'

/** Whom to thank for a month: ?month=. It prints as a poster; who wants no thanks in public is only counted. */
export default function Screen() {
  const { community, today } = useDesk()
  const asked = useQuery()
  const [chosen, setChosen] = useState<string>()
  const month = chosen ?? asked.month ?? today?.slice(0, 7)
  const found = useCall('shifts.thank_list', community && month ? { community, month } : null, { keep: 'shifts/thanks' })
  const list = found.data
  return (
    <Page
      title="谢谢大家"
      wide
      heading={list ? headingOf(list) : undefined}
      at={found.at}
      footer={
        canPrint && list?.people.length ? (
          <Button big kind="primary" icon="printer" onTap={printPaper}>
            打印感谢榜
          </Button>
        ) : undefined
      }
    >
      {community ? (
        <>
          {month ? <PeriodTurn period={month} onChange={setChosen} /> : null}
          <Loaded
            from={found}
            shape="rows"
            isEmpty={one => one.people.length + one.unnamed === 0}
            empty={<Empty title="这个月还没有人来帮忙" words="换一个月看看。" />}
          >
            {one => <Shown list={one} />}
          </Loaded>
        </>
      ) : (
        <Empty title="感谢榜给队长、厨房和社区看" words="您自己的时长，在“我的时长”里。" />
      )}
    </Page>
  )
}

const headingOf = ({ month, today, people, unnamed, minutes }: ThankList) =>
  `${sayMonth(month, today)}，${people.length + unnamed} 位邻居帮了 ${Math.round(minutes / 60)} 小时`

function Shown({ list }: { list: ThankList }) {
  const reached = list.people.filter(one => one.reached.length > 0)
  return (
    <>
      {canPrint ? <Poster list={list} /> : null}
      {list.unnamed > 0 ? <Callout icon="info">{`有 ${list.unnamed} 位不愿意上榜，时长算在里面，名字不写。`}</Callout> : null}
      {reached.length > 0 ? (
        <Rows title="这个月走到的">
          {reached.map(one => (
            <Row key={one.account} icon="heart" title={one.name} note={one.reached.join('；')} onTap={() => toVolunteer(one.account)} />
          ))}
        </Rows>
      ) : null}
      <Section title="这个月来帮忙的">
        <Table
          caption="一个人一行"
          rows={list.people}
          keyOf={one => one.account}
          onOpen={one => toVolunteer(one.account)}
          columns={[
            { title: '谁', cell: one => one.name },
            { title: '这个月', right: true, cell: one => sayMinutes(one.minutes) },
            { title: '来了几次', right: true, cell: one => one.times },
            { title: '一共', right: true, cell: one => sayMinutes(one.all) },
            { title: '星级', cell: one => <Star one={one} /> },
          ]}
        />
      </Section>
    </>
  )
}
const Star = ({ one }: { one: Thanked }) => {
  const words = [starWords(one.stars), one.years > 0 ? `${one.years} 年` : ''].filter(Boolean).join('，')
  return words ? <Tag tone="ok">{words}</Tag> : <>-</>
}
