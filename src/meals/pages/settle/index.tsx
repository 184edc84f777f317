import type { Blocked, Prep } from '@domain/meals/contract/day'
import { useState } from 'react'
import { back, useCall, useWrite } from '@/platform'
import { Box, Button, Buttons, Card, Choice, Empty, Page, Sheet, Tag, toast, Wrong } from '@/ui'
import { AtKitchen } from '../../day/atkitchen'
import { type Chosen, useMeal } from '../../day/use'
import { toPrint } from '../../day/ways'
import { ordersIn } from '../../day/words'
import { toRoutes } from '../../rounds/ways'
import { keyOf } from '../../slots'
import { toOrder } from '../../ways'
import { MEALS } from '../../words'

/** What stands in the way of printing, one at a time. ?kitchen, day, meal. */
export default function Settle() {
  const chosen = useMeal()
  const prep = useCall('meals.prep', chosen.slot)
  const left = prep.data?.blocked ?? []
  return (
    <Page title={`${MEALS[chosen.meal]}没弄好的`} heading={prep.data ? headingOf(left) : '没弄好的'}>
      <AtKitchen at={chosen.at} from={prep} shape="cards" isEmpty={one => one.blocked.length === 0} empty={<AllSettled chosen={chosen} />}>
        {(one: Prep) => (
          <Matter
            key={one.blocked[0].order + one.blocked[0].why + one.blocked[0].dish}
            matter={one.blocked[0]}
            chosen={chosen}
            onDone={prep.retry}
          />
        )}
      </AtKitchen>
    </Page>
  )
}

const headingOf = (left: Blocked[]) => (left.length ? `还有 ${ordersIn(left)} 份` : '都弄好了')

const AllSettled = ({ chosen: { slot } }: { chosen: Chosen }) => (
  <Empty title="都弄好了" words="现在可以打印了。">
    {slot ? (
      <Button kind="soft" icon="printer" onTap={() => toPrint(slot)}>
        去打印
      </Button>
    ) : null}
    <Button onTap={back}>回去</Button>
  </Empty>
)

const WHY = { address: '没有门牌', route: '没人送', clash: '有一样不能吃' } as const
interface Props {
  matter: Blocked
  chosen: Chosen
  onDone: () => void
}

const Matter = (props: Props) => (
  <>
    <Card title={`${props.matter.call} ${props.matter.door}`.trim()} edge="bad" aside={<Tag tone="bad">{WHY[props.matter.why]}</Tag>}>
      <Box className="k-text">{props.matter.words}</Box>
      <Box className="k-note">{props.matter.todo}</Box>
    </Card>
    {props.matter.why === 'clash' ? <Clash {...props} /> : <Astray {...props} />}
    {props.chosen.slot ? <Change eater={props.matter.eater} slot={keyOf(props.chosen.slot)} /> : null}
  </>
)

const Change = ({ eater, slot }: { eater: string; slot: string }) => (
  <Button kind="quiet" onTap={() => toOrder(eater, slot)}>
    改这一份订餐
  </Button>
)

/** Another dish, or the same because they were asked. */
function Clash({ matter, onDone }: Props) {
  const write = useWrite('meals.settle_clash')
  const [choosing, setChoosing] = useState(false)
  const { order, version, dish = '', name, instead, choices } = matter
  const settle = async (give?: { dish: string; name: string }) => {
    const done = await write.run({ order, version, dish, ...(give ? { give: give.dish } : {}) })
    if (!done) return
    toast(give ? `换成${give.name}了` : `照做${name}，备餐单上写着是本人要的`)
    onDone()
  }
  const enough = instead && instead.left > 0
  return (
    <>
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
      <Buttons column>
        {enough ? (
          <Button big kind="primary" busy={write.busy} onTap={() => settle(instead)}>
            {`换成${instead.name}`}
          </Button>
        ) : null}
        {choices.length ? (
          <Button big kind={enough ? 'plain' : 'primary'} onTap={() => setChoosing(true)}>
            换一道别的
          </Button>
        ) : null}
        <Button big busy={write.busy} onTap={() => settle()}>
          问过本人，照样要
        </Button>
      </Buttons>
      {choosing ? <Others matter={matter} onClose={() => setChoosing(false)} onChoose={settle} /> : null}
    </>
  )
}

function Others({
  matter: { choices, name = '' },
  onChoose,
  onClose,
}: {
  matter: Blocked
  onChoose: (give: { dish: string; name: string }) => Promise<void>
  onClose: () => void
}) {
  const [value, setValue] = useState<string>()
  const chosen = choices.find(one => one.dish === value)
  return (
    <Sheet
      title={`${name}换成什么`}
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!chosen} onTap={() => (chosen ? onChoose(chosen) : undefined)}>
          {chosen ? `换成${chosen.name}` : '先选一道菜'}
        </Button>
      }
    >
      <Choice
        label="本人能吃的"
        columns={1}
        options={choices.map(one => ({ value: one.dish, label: one.name, note: `还有 ${one.left} 份` }))}
        value={value}
        onChange={setValue}
      />
    </Sheet>
  )
}

/** No route or no address: it is put right where it belongs, then looked for again. */
function Astray({ matter, chosen, onDone }: Props) {
  const write = useWrite('meals.find_route')
  const again = async () => {
    if (!(await write.run({ order: matter.order }))) return
    toast('找到了，有人送了')
    onDone()
  }
  return (
    <>
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
      <Buttons column>
        {matter.why === 'route' ? (
          <Button big kind="primary" onTap={() => toRoutes(chosen.kitchen?.id)}>
            把这栋楼放进路线
          </Button>
        ) : null}
        <Button big kind={matter.why === 'route' ? 'plain' : 'primary'} busy={write.busy} onTap={again}>
          {matter.why === 'route' ? '放好了，再看一次' : '门牌补好了，再看一次'}
        </Button>
      </Buttons>
    </>
  )
}
