import type { OutputOf } from '@domain'
import type { SafetyDish, Sample } from '@domain/meals/contract/safety'
import { useState } from 'react'
import { download, sentence, useCall, useWrite } from '@/platform'
import {
  ago,
  Box,
  Button,
  Buttons,
  Card,
  clock,
  dayOf,
  Empty,
  Page,
  plusDays,
  Row,
  Rows,
  sayNear,
  Tabs,
  Tag,
  toast,
  useElder,
  Wrong,
} from '@/ui'
import { AtKitchen } from '../../day/atkitchen'
import { Fridge, Measuring, Sampling } from '../../day/measuring'
import { useKitchen } from '../../kitchens/use'
import { MEALS } from '../../words'

type Log = OutputOf<'meals.safety'>
type View = 'dishes' | 'samples' | 'fridge' | 'log'
type Doing = { what: 'core' | 'sample'; dish: SafetyDish } | { what: 'fridge'; place: string }

/** The food safety log: temperatures, samples, fridges; nothing is ever changed in it. */
export default function Safety() {
  const at = useKitchen()
  const { kitchen } = at
  const log = useCall('meals.safety', kitchen ? { kitchen: kitchen.id } : null, { keep: 'meals/safety' })
  const [view, setView] = useState<View>('dishes')
  const [doing, setDoing] = useState<Doing>()
  const done = () => {
    setDoing(undefined)
    log.retry()
  }
  const left = log.data ? undone(log.data) : []
  const due = log.data?.samples.filter(one => one.due).length ?? 0
  return (
    <Page
      title="食品安全"
      heading={
        log.data ? (left.length ? `还有 ${left.length} 道菜没记` : log.data.dishes.length ? '今天的都记了' : '今天没有菜单') : '食品安全'
      }
      aside={due ? `${due} 份留样该处理了` : undefined}
      wide
      at={log.at}
    >
      <Tabs
        label="记哪一样"
        tabs={[
          { value: 'dishes' as View, label: '菜温' },
          { value: 'samples' as View, label: '留样', count: due },
          { value: 'fridge' as View, label: '冰箱' },
          { value: 'log' as View, label: '记录' },
        ]}
        value={view}
        onChange={setView}
      />
      <AtKitchen at={at} from={log} shape="rows">
        {(one: Log) => (
          <>
            {view === 'dishes' ? <Dishes log={one} onDo={setDoing} /> : null}
            {view === 'samples' ? <Samples log={one} kitchen={kitchen?.id ?? ''} onDone={log.retry} /> : null}
            {view === 'fridge' ? <Fridges log={one} onDo={setDoing} /> : null}
            {view === 'log' ? <Entries log={one} kitchen={kitchen?.id ?? ''} /> : null}
          </>
        )}
      </AtKitchen>
      {doing?.what === 'core' && kitchen ? (
        <Measuring kitchen={kitchen.id} dish={doing.dish} onClose={() => setDoing(undefined)} onDone={done} />
      ) : null}
      {doing?.what === 'sample' && kitchen ? (
        <Sampling kitchen={kitchen.id} dish={doing.dish} onClose={() => setDoing(undefined)} onDone={done} />
      ) : null}
      {doing?.what === 'fridge' && kitchen ? (
        <Fridge kitchen={kitchen.id} place={doing.place} onClose={() => setDoing(undefined)} onDone={done} />
      ) : null}
    </Page>
  )
}

const undone = ({ dishes }: Log) => dishes.filter(one => (one.hot && !one.ok) || !one.sampled)

/** The dishes of today, what is still to be written down first; in elder mode the first of them alone. */
function Dishes({ log, onDo }: { log: Log; onDo: (doing: Doing) => void }) {
  const elder = useElder()
  const left = undone(log)
  const shown = elder ? left.slice(0, 1) : [...left, ...log.dishes.filter(one => !left.includes(one))]
  if (!log.dishes.length) return <Empty title="今天没有菜单" words="菜单发布了，要量的菜就在这里。" />
  if (!shown.length) return <Empty title="今天的都记了" words="明天开火以后再来。" />
  return (
    <Box className="d-papers">
      {shown.map(dish => (
        <Card
          key={dish.meal + dish.dish}
          title={dish.name}
          note={MEALS[dish.meal]}
          aside={<Tag tone={dish.sampled && (dish.ok || !dish.hot) ? 'ok' : 'warn'}>{stateOf(dish)}</Tag>}
        >
          <Buttons>
            {dish.hot ? (
              <Button kind={dish.ok ? 'plain' : 'soft'} label={`${heatOf(dish)}，${dish.name}`} onTap={() => onDo({ what: 'core', dish })}>
                {heatOf(dish)}
              </Button>
            ) : null}
            {dish.sampled ? null : (
              <Button
                kind={dish.hot && !dish.ok ? 'plain' : 'soft'}
                label={`留样，${dish.name}`}
                onTap={() => onDo({ what: 'sample', dish })}
              >
                留样
              </Button>
            )}
          </Buttons>
        </Card>
      ))}
    </Box>
  )
}
const heatOf = ({ celsius }: SafetyDish) => (celsius === undefined ? '量温度' : `${celsius} 度，再量一次`)
function stateOf({ hot, ok, celsius, sampled }: SafetyDish): string {
  const heat = !hot ? '' : ok ? `${celsius} 度` : celsius === undefined ? '没量' : `${celsius} 度，不够热`
  return [heat, sampled ? '留样了' : '没留样'].filter(Boolean).join('，')
}

function Samples({ log: { samples, day }, kitchen, onDone }: { log: Log; kitchen: string; onDone: () => void }) {
  const write = useWrite('meals.log_safety')
  const remove = async ({ id, name }: Sample) => {
    if (await write.run({ kitchen, entry: { kind: 'removed', sample: id } })) {
      toast(`${name}的留样处理了`)
      onDone()
    }
  }
  if (!samples.length) return <Empty title="现在没有留样" words="每道菜留 125 克以上，放满 48 小时。" />
  return (
    <Box className="d-papers">
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
      {samples.map(one => (
        <Card
          key={one.id}
          title={one.name}
          note={`${sayNear(one.day, day)}${MEALS[one.meal]}，${one.grams} 克，${one.place}，${one.by}`}
          edge={one.due ? 'warn' : undefined}
          aside={<Tag tone={one.due ? 'warn' : 'plain'}>{one.due ? '可以处理了' : '还在留'}</Tag>}
        >
          {one.due ? (
            <Button kind="soft" busy={write.busy} label={`处理了，${one.name}的留样`} onTap={() => remove(one)}>
              处理了
            </Button>
          ) : (
            <Box className="k-text">{`留到${sayNear(dayOf(one.until), day)} ${clock(one.until)}`}</Box>
          )}
        </Card>
      ))}
    </Box>
  )
}

const Fridges = ({ log: { fridges }, onDo }: { log: Log; onDo: (doing: Doing) => void }) => (
  <Rows title="量哪一个">
    {fridges.map(place => (
      <Row key={place} title={place} onTap={() => onDo({ what: 'fridge', place })} />
    ))}
  </Rows>
)

function Entries({ log: { entries, day }, kitchen }: { log: Log; kitchen: string }) {
  const write = useWrite('meals.safety_file')
  const take = async () => {
    const made = await write.run({ kitchen, from: plusDays(day, -30), until: day })
    if (!made) return toast(write.problem ?? '没有导出来，再试一次', { tone: 'bad' })
    await download(made.file, made.name).catch(problem => toast(sentence(problem), { tone: 'bad' }))
  }
  if (!entries.length) return <Empty title="还没有记录" words="量过的、留过的都在这里，谁也改不了。" />
  return (
    <>
      <Rows title="最近的记录，只能添，不能改">
        {entries.map(one => (
          <Row
            key={one.id}
            title={one.words}
            note={`${one.by} ${ago(one.at, Date.now())}${one.action ? `，${one.action}` : ''}`}
            aside={<Tag tone={one.ok ? 'ok' : 'bad'}>{one.ok ? '合格' : '不合格'}</Tag>}
          />
        ))}
      </Rows>
      <Button icon="download" busy={write.busy} onTap={take}>
        导出最近一个月
      </Button>
    </>
  )
}
