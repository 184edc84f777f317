import type { Meal } from '@domain/meals/contract'
import type { Dish, Kitchen, Menu } from '@domain/meals/contract/kitchens'
import { momentsOf } from '@domain/meals/serving'
import { useState } from 'react'
import { back, membership, useCall, useDraft, useMe, useQuery, useWrite } from '@/platform'
import { Box, Button, Choices, Empty, Field, Loaded, Page, Sheet, Skeleton, toast, Wrong } from '@/ui'
import '../../kitchens/kitchens.scss'
import { Item } from '../../kitchens/item'
import { firstPortions, formsOf, type Planned, plannedOf } from '../../kitchens/plan'
import { useKitchen, useServerTime } from '../../kitchens/use'
import { toDish } from '../../kitchens/ways'
import { sayDate, totals } from '../../kitchens/week'
import { KINDS, MEALS } from '../../words'

/** One meal of one day: ?kitchen, day, meal. Dishes come and go, portions go up and down; nothing counts before it is saved. */
export default function Plan() {
  const { day = '', meal = 'lunch' } = useQuery() as { day?: string; meal?: Meal }
  const { kitchen, from } = useKitchen()
  const menus = useCall('meals.menus', kitchen && day ? { kitchen: kitchen.id, from: day, days: 1 } : null)
  const book = useCall('meals.dishes', kitchen ? { kitchen: kitchen.id } : null)
  const menu = menus.data?.find(one => one.meal === meal)
  if (kitchen && menus.data && book.data)
    return <OfDay key={`${menu?.version ?? 0}`} kitchen={kitchen} day={day} meal={meal} menu={menu} book={book.data} />
  // without a kitchen nothing else is asked for, and would never come
  const first = kitchen ? ([menus, book].find(one => one.data === undefined) ?? from) : from
  return (
    <Page title="一天的菜单">
      <Loaded
        from={first as typeof from}
        shape="form"
        isEmpty={() => true}
        empty={<Empty title="没有找到这个厨房" words="请回到菜单，换一天试试。" />}
      >
        {() => null}
      </Loaded>
    </Page>
  )
}

interface Props {
  kitchen: Kitchen
  day: string
  meal: Meal
  menu?: Menu
  book: Dish[]
}
interface Written {
  items: Planned[]
  note: string
}

function OfDay({ kitchen, day, meal, menu, book }: Props) {
  const me = useMe()
  const now = useServerTime()
  const may = Boolean(membership(me, 'kitchen', 'community'))
  const over = now > momentsOf(kitchen, day, meal).to
  const fixed = !may || over
  const version = menu?.version ?? 0
  const draft = useDraft<Written>(`menu/${kitchen.id}/${day}/${meal}/${version}`, { items: plannedOf(menu, book), note: menu?.note ?? '' })
  const write = useWrite('meals.save_menu')
  const [adding, setAdding] = useState(false)
  const { items, note } = draft.value
  const set = (next: Planned[]) => draft.set(was => ({ ...was, items: next }))
  const of = (id: string) => book.find(one => one.id === id)
  const save = async () => {
    const said = note.trim() ? { note: note.trim() } : {}
    if (!(await write.run({ kitchen: kitchen.id, day, meal, version, items: formsOf(items), ...said }))) return
    await draft.done()
    toast(menu?.published ? '改好了，订餐的人马上看得到' : '存好了，记得发布')
    await back()
  }
  if (!draft.ready)
    return (
      <Page title={`${MEALS[meal]}的菜单`}>
        <Skeleton shape="cards" />
      </Page>
    )
  const { sold, held } = totals(menu)
  return (
    <Page
      title={`${kitchen.name} ${MEALS[meal]}`}
      heading={sayDate(day)}
      aside={
        menu?.published
          ? `${over ? '已经开过饭' : '已发布'}，订出去 ${sold} 份${held ? `，留着 ${held} 份` : ''}`
          : menu
            ? '还没发布'
            : '还没排'
      }
      wide
      bar={draft.from ? '接着上次排的' : null}
      footer={
        fixed ? undefined : (
          <>
            {write.problem ? <Wrong>{write.problem}</Wrong> : null}
            <Button big kind="primary" busy={write.busy} disabled={items.length === 0} onTap={save}>
              {`存好${sayDate(day).split(' ')[0]}的${MEALS[meal]}`}
            </Button>
          </>
        )
      }
    >
      {items.length === 0 ? <Empty title="这一天还没有菜" words="点下面加一道菜，先加套餐和主菜。" /> : null}
      <Box className="m-plan">
        {items.map(planned => {
          const dish = of(planned.dish)
          return dish ? (
            <Item
              key={dish.id}
              planned={planned}
              dish={dish}
              menu={menu}
              fixed={fixed}
              others={items.flatMap(one => (one.dish === dish.id ? [] : (of(one.dish) ?? [])))}
              onChange={next => set(items.map(one => (one.dish === dish.id ? next : one)))}
              onRemove={() => set(items.filter(one => one.dish !== dish.id))}
            />
          ) : null
        })}
      </Box>
      {fixed ? null : (
        <>
          <Button kind="soft" icon="plus" onTap={() => setAdding(true)}>
            加一道菜
          </Button>
          <Field
            label="想跟大家说的话"
            hint="订餐的人看得到，比如：今天蒸得软"
            need={false}
            max={100}
            value={note}
            onChange={text => draft.set(was => ({ ...was, note: text }))}
          />
        </>
      )}
      {adding ? (
        <Add
          kitchen={kitchen}
          dishes={book.filter(one => !(one.ended && one.ended < day) && !items.some(item => item.dish === one.id))}
          onClose={() => setAdding(false)}
          onAdd={ids => {
            const more = ids.flatMap(id => of(id) ?? [])
            set([
              ...items,
              ...more.map(dish => ({ dish: dish.id, portions: firstPortions(dish.kind, items, book), special: '', instead: '' })),
            ])
            setAdding(false)
          }}
        />
      ) : null}
    </Page>
  )
}

const ORDER = Object.keys(KINDS) as (keyof typeof KINDS)[]

/** The dishes of the book that are not on the menu yet, by kind. */
function Add({
  kitchen,
  dishes,
  onAdd,
  onClose,
}: {
  kitchen: Kitchen
  dishes: Dish[]
  onAdd: (ids: string[]) => void
  onClose: () => void
}) {
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <Sheet
      title="加哪道菜"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={chosen.length === 0} onTap={() => onAdd(chosen)}>
          {chosen.length ? `加上这 ${chosen.length} 道` : '先选菜'}
        </Button>
      }
    >
      <Box className="k-stack">
        {ORDER.map(kind => {
          const some = dishes.filter(one => one.kind === kind)
          return some.length ? (
            <Choices
              key={kind}
              label={KINDS[kind]}
              options={some.map(one => ({ value: one.id, label: one.name }))}
              values={chosen.filter(id => some.some(one => one.id === id))}
              onChange={ids => setChosen([...chosen.filter(id => !some.some(one => one.id === id)), ...ids])}
            />
          ) : null
        })}
        <Button icon="plus" onTap={() => toDish(kitchen.id)}>
          菜谱里没有，加一道新菜
        </Button>
      </Box>
    </Sheet>
  )
}
