import type { Figures as Found } from '@domain/shifts/contract/desk'
import { isEmpty } from '@domain/shifts/tally'
import { useState } from 'react'
import { download, membership, sentence, useCall, useMe, useQuery, useWide, useWrite } from '@/platform'
import {
  Box,
  Button,
  Buttons,
  clock,
  count,
  Empty,
  Figure,
  Figures,
  Loaded,
  Page,
  Section,
  Sheet,
  sayMonth,
  Tabs,
  toast,
  useElder,
} from '@/ui'
import { Charts } from '../../desk/charts'
import { type Said, sixOf } from '../../desk/figures'
import { ByTime, Parts } from '../../desk/tables'
import { PeriodTurn } from '../../desk/turn'
import '../../desk/desk.scss'

const ROLES = ['community', 'kitchen', 'lead', 'street', 'district', 'city'] as const

/** The volunteers' numbers: ?division= and ?period= (a month or a year); one's own place and this month when absent. */
export default function Screen() {
  const me = useMe()
  const asked = useQuery()
  const division = asked.division ?? membership(me, ...ROLES)?.scope.slice(0, 12)
  const [chosen, setChosen] = useState<string>()
  const period = chosen ?? asked.period ?? me.day?.slice(0, 7)
  const found = useCall('shifts.figures', division && period ? { division, period } : null, { keep: 'shifts/figures' })
  const figures = found.data
  return (
    <Page
      title={figures?.name ?? '志愿服务的数'}
      wide
      heading={figures ? headingOf(figures) : undefined}
      aside={figures ? `数到 ${clock(figures.at)}` : undefined}
      at={found.at}
    >
      {division ? (
        <>
          <Tabs
            label="看多长"
            tabs={[
              { value: 'month', label: '一个月' },
              { value: 'year', label: '一年' },
            ]}
            value={period?.length === 4 ? 'year' : 'month'}
            onChange={value => setChosen(value === 'year' ? (period ?? '').slice(0, 4) : me.day.slice(0, 7))}
          />
          {period ? <PeriodTurn period={period} onChange={setChosen} /> : null}
          <Loaded
            from={found}
            shape="figures"
            isEmpty={one => isEmpty(one.sum)}
            empty={<Empty title="这段时间没有班" words="换一个月、换一年看看。" />}
          >
            {one => <Shown figures={one} />}
          </Loaded>
        </>
      ) : (
        <Empty title="这些数给队长、厨房和社区看" words="自己的时长，在“我的时长”里看。" />
      )}
    </Page>
  )
}

function headingOf({ period, today, sum }: Found): string {
  const when = period.length === 7 ? sayMonth(period, today) : `${period} 年`
  return `${when}来了 ${count(sum.came)} 人次`
}

function Shown({ figures }: { figures: Found }) {
  const [behind, setBehind] = useState<Said>()
  const elder = useElder()
  const wide = useWide()
  return (
    <>
      <Figures>
        {sixOf(figures.sum).map(one => (
          <Figure key={one.key} label={one.label} value={one.value} note={one.note} tone={one.tone} onTap={() => setBehind(one)} />
        ))}
      </Figures>
      {behind ? (
        <Sheet title={behind.label} onClose={() => setBehind(undefined)}>
          <ByTime figures={figures} fields={behind.fields} />
        </Sheet>
      ) : null}
      {elder ? null : <Charts figures={figures} />}
      {wide ? (
        <Section title={figures.period.length === 7 ? '每天的数' : '每月的数'}>
          <Box className="sd-nowrap">
            <ByTime figures={figures} fields={ALL} />
          </Box>
        </Section>
      ) : null}
      {elder ? null : <Parts figures={figures} />}
      <Export figures={figures} />
    </>
  )
}
const ALL = ['shifts', 'need', 'filled', 'late', 'holes', 'rate', 'came', 'people', 'guests', 'absent', 'minutes', 'joined'] as const

function Export({ figures: { division, period } }: { figures: Found }) {
  const write = useWrite('shifts.export_figures')
  const take = async (form: 'csv' | 'xlsx') => {
    const made = await write.run({ division, period, form })
    if (made) await download(made.id, made.name).catch(problem => toast(sentence(problem), { tone: 'bad' }))
  }
  return (
    <Section title="带走这些数">
      <Buttons>
        <Button icon="download" onTap={() => take('xlsx')}>
          存成电子表格
        </Button>
        <Button icon="download" onTap={() => take('csv')}>
          存成文本表格
        </Button>
      </Buttons>
    </Section>
  )
}
