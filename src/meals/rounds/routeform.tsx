/** One route: buildings in the order they are walked, added and taken out by tapping. */
import type { OutputOf } from '@domain'
import { fromKey, sayKey } from '@domain/meals/building'
import type { By, Route } from '@domain/meals/contract/rounds'
import { Fragment, useState } from 'react'
import { ask, Box, Button, Buttons, Choice, Field, Sheet, Stepper, Wrong } from '@/ui'
import { BY } from './words'

interface RouteFormProps {
  route: Route
  book: OutputOf<'meals.routes'>
  onSave: (route: Route) => unknown
  onRemove: () => unknown
  onClose: () => void
}
const NOBODY = 'nobody'

export function RouteForm({ route: first, book, onSave, onRemove, onClose }: RouteFormProps) {
  const [route, setRoute] = useState(first)
  const [wrong, setWrong] = useState('')
  const change = (more: Partial<Route>) => setRoute(was => ({ ...was, ...more }))
  const isNew = !book.routes.some(one => one.id === first.id)
  const save = () => (route.name.trim() ? onSave({ ...route, name: route.name.trim() }) : setWrong('给路线起个名字，像东边三栋'))
  const remove = async () => {
    const words = '这条路线上的楼，以后订了送餐就没有人送，要另放进别的路线。'
    if (await ask({ title: `去掉${first.name}？`, words, yes: '去掉', danger: true })) await onRemove()
  }
  const people = [{ value: NOBODY, label: '不固定' }, ...book.carriers.map(one => ({ value: one.account, label: one.name }))]
  const setUsual = (value: string) => {
    const { volunteer: _, ...rest } = route
    setRoute(value === NOBODY ? rest : { ...rest, volunteer: value })
  }
  const actions = (
    <Buttons>
      {isNew ? null : (
        <Button kind="danger" onTap={remove}>
          去掉
        </Button>
      )}
      <Button kind="primary" onTap={save}>
        存好
      </Button>
    </Buttons>
  )
  return (
    <Sheet title={isNew ? '加一条路线' : first.name} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        <Field label="叫什么" value={route.name} max={20} error={wrong} onChange={name => change({ name })} />
        <Buildings route={route} book={book} onChange={buildings => change({ buildings })} />
        <Choice
          label="怎么送"
          columns={3}
          options={(Object.keys(BY) as By[]).map(value => ({ value, label: BY[value] }))}
          value={route.by}
          onChange={by => change({ by })}
        />
        <Stepper label="一趟带几份" value={route.capacity} min={1} max={200} unit="份" onChange={capacity => change({ capacity })} />
        <Stepper
          label="下雨天一趟带几份"
          value={route.rain?.capacity ?? route.capacity}
          min={1}
          max={route.capacity}
          unit="份"
          onChange={capacity => change({ rain: { ...route.rain, capacity } })}
        />
        <Choice label="常送的人" columns={3} options={people} value={route.volunteer ?? NOBODY} onChange={setUsual} />
      </Box>
    </Sheet>
  )
}

interface BuildingsProps {
  route: Route
  book: OutputOf<'meals.routes'>
  onChange: (buildings: string[]) => void
}
function Buildings({ route, book, onChange }: BuildingsProps) {
  const elsewhere = new Set(book.routes.filter(one => one.id !== route.id).flatMap(one => one.buildings))
  const rest = book.buildings.filter(one => !elsewhere.has(one) && !route.buildings.includes(one))
  const say = (one: string) => `${sayKey(one, book.names)} 号楼`
  const places = [...new Set(rest.map(one => fromKey(one).community))]
  return (
    <Box className="k-field">
      <Box className="k-label">先后经过的楼，点一下去掉</Box>
      {route.buildings.length === 0 ? <Wrong>还没有楼，从下面点着加</Wrong> : null}
      <Box className="r-route-line">
        {route.buildings.map((one, at) => (
          <Button key={one} kind="soft" label={`去掉 ${say(one)}`} onTap={() => onChange(route.buildings.filter(other => other !== one))}>
            {`${at + 1}. ${say(one)}`}
          </Button>
        ))}
      </Box>
      <Box className="k-label">还没有路线的楼，点着加</Box>
      {places.map(place => (
        <Fragment key={place ?? ''}>
          {place ? <Box className="k-note">{book.names[place]}</Box> : null}
          <Box className="r-route-line">
            {rest
              .filter(one => fromKey(one).community === place)
              .map(one => (
                <Button key={one} label={`加上 ${say(one)}`} onTap={() => onChange([...route.buildings, one])}>
                  {`${fromKey(one).building} 号楼`}
                </Button>
              ))}
          </Box>
        </Fragment>
      ))}
      {rest.length === 0 ? <Box className="k-note">每栋楼都有路线了。</Box> : null}
    </Box>
  )
}
