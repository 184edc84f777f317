import type { OutputOf } from '@domain'
import type { Kitchen } from '@domain/meals/contract/kitchens'
import type { Route } from '@domain/meals/contract/rounds'
import { useState } from 'react'
import { newId, useCall, useDeed } from '@/platform'
import { Box, Button, Callout, Card, Empty, Loaded, Page, Tag, toast } from '@/ui'
import { WhichKitchen } from '../../kitchens/which'
import { useDelivering } from '../../rounds/kitchens'
import { RouteForm } from '../../rounds/routeform'
import { BY, buildingsIn } from '../../rounds/words'
import '../../rounds/rounds.scss'

type Book = OutputOf<'meals.routes'>

/** The ways a kitchen's meals are carried: buildings as one walks past them, by whom, how much at a time. ?kitchen= another one. */
export default function RoutesPage() {
  const { from, kitchen, cooks, choose } = useDelivering()
  if (!kitchen)
    return (
      <Page title="送餐路线" wide>
        <Loaded from={from} isEmpty={() => cooks.length === 0} empty={<Empty title="这里还没有厨房" />}>
          {() => null}
        </Loaded>
      </Page>
    )
  return <OfKitchen key={kitchen.id} kitchen={kitchen} kitchens={cooks} choose={choose} />
}

const fresh = (): Route => ({ id: newId().slice(0, 20), name: '', buildings: [], by: 'foot', capacity: 15 })

function OfKitchen({ kitchen, kitchens, choose }: { kitchen: Kitchen; kitchens: Kitchen[]; choose: (id: string) => void }) {
  const from = useCall('meals.routes', { kitchen: kitchen.id })
  const [open, setOpen] = useState<Route | null>(null)
  const deed = useDeed()
  const save = async (book: Book, routes: Route[], words: string) => {
    const did = await deed('meals.save_routes', { kitchen: kitchen.id, version: book.version, routes })
    if (!did) return
    if ('problem' in did) return toast(did.problem, { tone: 'bad' })
    toast(words)
    setOpen(null)
    from.retry()
  }
  return (
    <Page
      title="送餐路线"
      heading={from.data ? `${from.data.routes.length} 条路线` : '送餐路线'}
      aside={kitchen.name}
      wide
      footer={
        from.data ? (
          <Button kind="primary" big icon="plus" onTap={() => setOpen(fresh())}>
            加一条路线
          </Button>
        ) : null
      }
    >
      <WhichKitchen kitchens={kitchens} value={kitchen.id} onChange={choose} />
      <Loaded from={from}>
        {book => (
          <Box className="k-stack">
            {book.without.length > 0 ? (
              <Callout tone="bad" icon="warn">{`${buildingsIn(book.without, book.names)}还没有路线，这些楼的人订了送餐没有人送。`}</Callout>
            ) : null}
            {book.routes.map(route => (
              <RouteCard key={route.id} route={route} book={book} onTap={() => setOpen(route)} />
            ))}
            {open ? (
              <RouteForm
                key={open.id}
                route={open}
                book={book}
                onClose={() => setOpen(null)}
                onSave={route => save(book, put(book.routes, route), `${route.name} 存好了`)}
                onRemove={() =>
                  save(
                    book,
                    book.routes.filter(one => one.id !== open.id),
                    '这条路线去掉了',
                  )
                }
              />
            ) : null}
          </Box>
        )}
      </Loaded>
    </Page>
  )
}

const put = (routes: Route[], route: Route): Route[] =>
  routes.some(one => one.id === route.id) ? routes.map(one => (one.id === route.id ? route : one)) : [...routes, route]

function RouteCard({ route, book, onTap }: { route: Route; book: Book; onTap: () => void }) {
  const usual = book.carriers.find(one => one.account === route.volunteer)
  const rain = route.rain ? `，下雨一趟 ${route.rain.capacity ?? route.capacity} 份` : ''
  return (
    <Card
      title={route.name}
      aside={usual ? <Tag>{`常送：${usual.name}`}</Tag> : <Tag tone="warn">没有固定的人</Tag>}
      note={`${BY[route.by]}，一趟 ${route.capacity} 份${rain}`}
      onTap={onTap}
    >
      <Box className="k-text">{buildingsIn(route.buildings, book.names, ' → ') || '还没有楼'}</Box>
    </Card>
  )
}
