import type { Dish, Kitchen } from '@domain/meals/contract/kitchens'
import { useState } from 'react'
import { membership, useCall, useMe, useWide } from '@/platform'
import { Box, Button, Empty, Field, Loaded, money, Page, Row, Rows, Table } from '@/ui'
import { useKitchen } from '../../kitchens/use'
import { toDish } from '../../kitchens/ways'
import { KINDS, TEXTURES } from '../../words'

/** The book of dishes of a kitchen. ?kitchen= another one. */
export default function Dishes() {
  const { kitchen, from, division } = useKitchen()
  if (kitchen) return <OfKitchen key={kitchen.id} kitchen={kitchen} />
  return (
    <Page title="菜谱">
      {division ? (
        <Loaded
          from={from}
          shape="rows"
          isEmpty={() => true}
          empty={<Empty title="这里还没有厨房" words="请社区先开一个厨房，再来写菜谱。" />}
        >
          {() => null}
        </Loaded>
      ) : (
        <Empty title="菜谱由厨房来写" words="这周吃什么，在首页看菜单。" />
      )}
    </Page>
  )
}

function OfKitchen({ kitchen }: { kitchen: Kitchen }) {
  const me = useMe()
  const dishes = useCall('meals.dishes', { kitchen: kitchen.id }, { keep: `dishes/${kitchen.id}` })
  const cooked = (dishes.data ?? []).filter(one => !isOver(one, me.day))
  const may = Boolean(membership(me, 'kitchen', 'community'))
  return (
    <Page
      title={`${kitchen.name}的菜谱`}
      heading={dishes.data ? `会做 ${cooked.length} 道菜` : undefined}
      wide
      at={dishes.at}
      footer={
        may ? (
          <Button big kind="primary" icon="plus" onTap={() => toDish(kitchen.id)}>
            加一道菜
          </Button>
        ) : undefined
      }
    >
      <Loaded from={dishes} shape="rows" empty={<Empty title="还没有菜" words="加第一道，就能排菜单了。" />}>
        {data => <Book kitchen={kitchen} dishes={data} today={me.day} />}
      </Loaded>
    </Page>
  )
}

const isOver = ({ ended }: Dish, today: string) => Boolean(ended && ended < today)
const ORDER = Object.keys(KINDS) as (keyof typeof KINDS)[]
const made = ({ textures }: Dish) => textures.map(one => TEXTURES[one]).join('、')
const warned = ({ allergens }: Dish) => (allergens.length ? `当心：${allergens.join('、')}` : '')

function Book({ kitchen, dishes, today }: { kitchen: Kitchen; dishes: Dish[]; today: string }) {
  const wide = useWide()
  const [words, setWords] = useState('')
  const asked = words.trim()
  const found = dishes.filter(one => !asked || one.name.includes(asked) || one.ingredients.some(part => part.includes(asked)))
  const open = ({ id }: Dish) => toDish(kitchen.id, id)
  const sorted = ORDER.flatMap(kind => found.filter(one => one.kind === kind))
  return (
    <Box className="k-stack">
      <Field label="找菜" hint="菜名或者用的料，比如：豆腐" kind="search" value={words} onChange={setWords} />
      {found.length === 0 ? <Empty title={`没有找到“${asked}”`} words="换个名字找，或者加一道新菜。" /> : null}
      {wide && found.length ? (
        <Table
          caption="菜谱"
          rows={sorted}
          keyOf={one => one.id}
          onOpen={open}
          columns={[
            { title: '菜名', cell: one => (isOver(one, today) ? `${one.name}（不做了）` : one.name) },
            { title: '哪一类', cell: one => KINDS[one.kind] },
            { title: '用的料', cell: one => one.ingredients.join('、') },
            { title: '当心', cell: one => one.allergens.join('、') },
            { title: '做成', cell: made },
            { title: '一份多少钱', right: true, cell: one => money(one.price) },
          ]}
        />
      ) : null}
      {wide
        ? null
        : ORDER.map(kind => {
            const some = found.filter(one => one.kind === kind)
            return some.length ? (
              <Rows key={kind} title={KINDS[kind]}>
                {some.map(one => (
                  <Row
                    key={one.id}
                    title={one.name}
                    note={[isOver(one, today) ? '不做了' : '', one.ingredients.join('、'), warned(one), made(one)]
                      .filter(Boolean)
                      .join(' · ')}
                    aside={money(one.price)}
                    onTap={() => open(one)}
                  />
                ))}
              </Rows>
            ) : null
          })}
    </Box>
  )
}
