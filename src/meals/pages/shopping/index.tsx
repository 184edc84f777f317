import type { OutputOf } from '@domain'
import type { Plan, Wanted } from '@domain/meals/contract/larder'
import { sayAmount } from '@domain/meals/larder'
import { useEffect, useState } from 'react'
import { useCall, useDraft, useMe } from '@/platform'
import {
  Box,
  Button,
  Buttons,
  Card,
  Choice,
  canPrint,
  dayOf,
  Empty,
  Page,
  Paper,
  plusDays,
  printPaper,
  Row,
  Rows,
  sayDay,
  Tabs,
  Tag,
} from '@/ui'
import { AtKitchen } from '../../day/atkitchen'
import { Tick } from '../../day/tick'
import { Trip } from '../../day/tripform'
import { yuan } from '../../day/words'
import { useKitchen } from '../../kitchens/use'
import '../../day/day.scss'

type List = OutputOf<'meals.shopping'>
const SPANS = [
  { value: '1', label: '明天' },
  { value: '3', label: '三天' },
  { value: '7', label: '一周' },
] as const
type Span = (typeof SPANS)[number]['value']
const keyOf = ({ ingredient, unit }: Pick<Wanted, 'ingredient' | 'unit'>) => `${ingredient}|${unit}`

/** What has to be bought, ticked off on the way, and the trip that bought it. */
export default function Shopping() {
  const me = useMe()
  const at = useKitchen()
  const { kitchen } = at
  const [span, setSpan] = useState<Span>('1')
  const [plan, setPlan] = useState<Plan>('ordered')
  const [buying, setBuying] = useState(false)
  const first = plusDays(me.day || dayOf(Date.now()), 1)
  const list = useCall('meals.shopping', kitchen ? { kitchen: kitchen.id, from: first, days: Number(span), plan } : null, {
    keep: 'meals/shopping',
  })
  const ticked = useDraft<string[]>(`shopping/${kitchen?.id ?? ''}/${first}/${span}`, [])
  const missing = list.data?.items.filter(one => one.buy > 0) ?? []
  const chosen = missing.filter(one => ticked.value.includes(keyOf(one)))
  if (buying && kitchen)
    return (
      <Trip
        kitchen={kitchen}
        wanted={chosen.length ? chosen : missing}
        onClose={() => setBuying(false)}
        onDone={async () => {
          await ticked.done()
          setBuying(false)
          list.retry()
        }}
      />
    )
  return (
    <Page
      title="采买"
      heading={list.data ? (missing.length ? `要买 ${missing.length} 样` : '不用买') : '采买'}
      aside={list.data ? `${list.data.portions} 份饭` : undefined}
      wide
      at={list.at}
      footer={
        kitchen ? (
          <Button big kind="primary" onTap={() => setBuying(true)}>
            {chosen.length ? `买好了 ${chosen.length} 样，记下来` : '记一趟采买'}
          </Button>
        ) : undefined
      }
    >
      <Tabs label="买哪几天的" tabs={SPANS} value={span} onChange={setSpan} />
      <Choice
        label="按什么算"
        bare
        options={[
          { value: 'ordered' as Plan, label: '按订的', note: '订了多少买多少' },
          { value: 'full' as Plan, label: '按要做的', note: '菜单上的份数' },
        ]}
        value={plan}
        onChange={setPlan}
      />
      <AtKitchen at={at} from={list} shape="rows">
        {(one: List) => (
          <>
            <Wants list={one} ticked={ticked.value} onTick={ticked.set} />
            <Beside list={one} />
            {canPrint && one.items.length ? <PrintList list={one} name={kitchen?.name ?? ''} /> : null}
          </>
        )}
      </AtKitchen>
    </Page>
  )
}

function Wants({ list, ticked, onTick }: { list: List; ticked: string[]; onTick: (keys: string[]) => void }) {
  const missing = list.items.filter(one => one.buy > 0)
  const enough = list.items.filter(one => one.buy === 0)
  if (!list.items.length) return <Empty title="还算不出要买什么" words={whyNothing(list)} />
  return (
    <>
      {missing.length ? (
        <Rows title="要买的">
          {missing.map(one => (
            <Tick
              key={keyOf(one)}
              on={ticked.includes(keyOf(one))}
              title={one.ingredient}
              note={`${one.dishes.join('、')}${one.have ? ` · 还有 ${sayAmount(one.have, one.unit)}` : ''}`}
              aside={sayAmount(one.buy, one.unit)}
              onChange={on => onTick(on ? [...ticked, keyOf(one)] : ticked.filter(key => key !== keyOf(one)))}
            />
          ))}
        </Rows>
      ) : null}
      {enough.length ? (
        <Rows title="够用的">
          {enough.map(one => (
            <Row
              key={keyOf(one)}
              title={one.ingredient}
              note={`要 ${sayAmount(one.need, one.unit)}`}
              aside={`有 ${sayAmount(one.have, one.unit)}`}
            />
          ))}
        </Rows>
      ) : null}
    </>
  )
}

const whyNothing = ({ open, unknown, portions }: List) => {
  if (unknown.length) return '菜里还没写每份用多少。在菜里填上用量，这里就会自己算。'
  if (portions === 0 && !open.length) return '还没有人订。也可以按要做的份数算。'
  return '这几天的菜单还没发布。发布以后就能算。'
}

/** What cannot be counted, and what was bought lately. */
const Beside = ({ list: { open, unknown, trips } }: { list: List }) => (
  <>
    {open.length ? (
      <Card edge="warn" title={`${open.map(day => sayDay(day)).join('、')}的菜单还没发布`} note="这几天的没有算进去。" />
    ) : null}
    {unknown.length ? (
      <Rows title="没写用量的，自己看着买">
        {unknown.map(one => (
          <Row key={one.ingredient} title={one.ingredient} note={one.dishes.join('、')} />
        ))}
      </Rows>
    ) : null}
    {trips.length ? (
      <Rows title="最近买的">
        {trips.map(one => (
          <Row
            key={one.id}
            title={one.items.map(item => `${item.ingredient} ${sayAmount(item.amount, item.unit)}`).join('、')}
            note={`${sayDay(one.day)}，${one.buyer}${one.shop ? `，${one.shop}` : ''}${one.receipt ? '，有小票' : ''}`}
            aside={<Tag>{yuan(one.total)}</Tag>}
          />
        ))}
      </Rows>
    ) : null}
  </>
)

function PrintList({ list, name }: { list: List; name: string }) {
  const [printing, setPrinting] = useState(0)
  useEffect(() => {
    if (printing) void printPaper()
  }, [printing])
  const until = list.until === list.from ? '' : ` 到 ${sayDay(list.until)}`
  return (
    <>
      <Buttons>
        <Button icon="printer" onTap={() => setPrinting(printing + 1)}>
          打印采买单
        </Button>
      </Buttons>
      {printing ? (
        <Paper size="a4">
          <Box className="p-page">
            <Box className="p-title">
              <Box>采买单</Box>
              <Box>{`${list.portions} 份饭`}</Box>
            </Box>
            <Box className="p-under">
              <Box>{`${name} ${sayDay(list.from)}${until}`}</Box>
            </Box>
            <Box className="p-table">
              <Box className="p-body">
                {list.items
                  .filter(one => one.buy > 0)
                  .map(one => (
                    <Box key={keyOf(one)} className="p-row">
                      <Box className="p-cell p-strong">{one.ingredient}</Box>
                      <Box className="p-cell">{one.dishes.join('、')}</Box>
                      <Box className="p-cell p-number">{sayAmount(one.buy, one.unit)}</Box>
                      <Box className="p-cell p-tickcell">
                        <Box className="p-tick" />
                      </Box>
                    </Box>
                  ))}
              </Box>
            </Box>
            {list.unknown.length ? <Box className="p-h">没写用量的</Box> : null}
            {list.unknown.length ? <Box>{list.unknown.map(one => one.ingredient).join('、')}</Box> : null}
          </Box>
        </Paper>
      ) : null}
    </>
  )
}
