import type { NumbersOf } from '@domain/meals/contract/numbers'
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
  sayNear,
  Tabs,
  toast,
  useElder,
} from '@/ui'
import { DayPick, MonthPick } from '../../monthpick'
import { Charts } from '../../numbers/charts'
import { columnsOf, type Said, sixOf } from '../../numbers/figures'
import { Behind, ByDay, ByKitchen, ByPlace } from '../../numbers/tables'
import { toFeedback } from '../../numbers/ways'
import '../../numbers/numbers.scss'

const ROLES = ['community', 'kitchen', 'street', 'district', 'city'] as const

/** The kitchen in numbers: ?division= and ?period= ('2026-11' or a day); one's own place and today when absent. */
export default function Screen() {
  const me = useMe()
  const asked = useQuery()
  const division = asked.division ?? membership(me, ...ROLES)?.scope
  const [chosen, setChosen] = useState<string>()
  const period = chosen ?? asked.period ?? me.day
  const { kitchen } = asked
  const of = { ...(kitchen ? { kitchen } : {}), period }
  const found = useCall('meals.numbers', division && period ? { division, ...of } : null, { keep: 'meals/numbers' })
  const numbers = found.data
  return (
    <Page
      title={kitchen && numbers ? (numbers.kitchens[0]?.name ?? '厨房的数') : '厨房的数'}
      wide
      heading={numbers ? headingOf(numbers) : undefined}
      aside={numbers ? `数到 ${clock(numbers.at)}` : undefined}
      at={found.at}
    >
      {division ? (
        <>
          <Tabs
            label="看多长"
            tabs={[
              { value: 'day', label: '一天' },
              { value: 'month', label: '一个月' },
            ]}
            value={period.length === 7 ? 'month' : 'day'}
            onChange={value => setChosen(value === 'day' ? me.day : (chosen ?? me.day).slice(0, 7))}
          />
          {period.length === 7 ? (
            <MonthPick month={period} upTo={me.day.slice(0, 7)} onChange={setChosen} />
          ) : (
            <DayPick day={period} upTo={me.day} onChange={setChosen} />
          )}
          <Loaded from={found} shape="figures" isEmpty={isNothing} empty={<Nothing />}>
            {one => <Shown numbers={one} division={division} kitchen={kitchen} />}
          </Loaded>
        </>
      ) : (
        <Empty title="这些数给厨房和社区看" words="自己的饭，在“吃饭”里看。" />
      )}
    </Page>
  )
}

interface Of {
  numbers: NumbersOf
  division: string
  /** When only this kitchen is looked at. */
  kitchen?: string
}
const FEW = ['covers', 'people', 'free', 'missed', 'satisfaction', 'total'] as const
const isNothing = ({ sum }: NumbersOf) => sum.ordered + sum.waste + sum.checks === 0
const Nothing = () => <Empty title="这段时间没有开饭" words="换一天、换一个月看看。" />

function headingOf({ period, today, sum }: NumbersOf): string {
  const when = period.length === 7 ? sayMonth(period, today) : sayNear(period, today)
  return `${when}${when.endsWith('月') || when.length === 2 ? '' : '，'}吃上饭 ${count(sum.covers)} 份`
}

function Shown({ numbers, division, kitchen }: Of) {
  const [behind, setBehind] = useState<Said>()
  const wide = useWide()
  const elder = useElder()
  const month = numbers.period.length === 7
  return (
    <>
      <Figures>
        {sixOf(numbers.sum).map(one => (
          <Figure key={one.key} label={one.label} value={one.value} note={one.note} tone={one.tone} onTap={() => setBehind(one)} />
        ))}
      </Figures>
      {behind ? (
        <Sheet title={behind.label} onClose={() => setBehind(undefined)}>
          {behind.key === 'liked' && division.length >= 12 ? <Button onTap={toFeedback}>看每一条评价</Button> : null}
          <Behind numbers={numbers} columns={columnsOf(behind.fields)} division={division} />
        </Sheet>
      ) : null}
      {month && !elder ? <Charts numbers={numbers} /> : null}
      {wide && month ? <All numbers={numbers} /> : null}
      {numbers.places.length ? (
        <Section title="每个地方">
          <ByPlace numbers={numbers} columns={columnsOf(FEW)} />
        </Section>
      ) : null}
      {numbers.kitchens.length > 1 && !kitchen ? (
        <Section title="每个厨房">
          <ByKitchen numbers={numbers} columns={columnsOf(FEW)} division={division} />
        </Section>
      ) : null}
      <Export numbers={numbers} division={division} kitchen={kitchen} />
    </>
  )
}

/** What fits on a desk's screen of every day; all of it is in the files. */
const WIDE = ['covers', 'people', 'free', 'delivery', 'pickup', 'eatin', 'missed', 'checks', 'waste', 'satisfaction', 'total'] as const
const All = ({ numbers }: { numbers: NumbersOf }) => (
  <Section title="每天的数">
    <Box className="n-all">
      <ByDay numbers={numbers} columns={columnsOf(WIDE)} />
    </Box>
  </Section>
)

function Export({ numbers: { period }, division, kitchen }: Of) {
  const write = useWrite('meals.export_numbers')
  const take = async (form: 'csv' | 'xlsx') => {
    const made = await write.run({ division, ...(kitchen ? { kitchen } : {}), period, form })
    if (!made) return
    await download(made.id, made.name).catch(problem => toast(sentence(problem), { tone: 'bad' }))
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
