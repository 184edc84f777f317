import type { Kitchen } from '@domain/meals/contract/kitchens'
import { useState } from 'react'
import { back, membership, useCall, useDraft, useMe, useQuery, useWrite } from '@/platform'
import { ask, Button, Choice, Choices, Empty, Field, Loaded, Page, Skeleton, toast, Wrong } from '@/ui'
import { formOf, type House, houseOf, isPointKind, KIND_WORDS, NEW_HOUSE, WAYS, wrong } from '../../kitchens/house'
import { Holidays, Servings, Weekdays } from '../../kitchens/times'
import { useKitchen } from '../../kitchens/use'
import { WAYS as WAY_WORDS } from '../../words'

/** A kitchen's settings: ?kitchen=; without it the community opens a new one. */
export default function Screen() {
  const me = useMe()
  const { kitchen: id } = useQuery()
  const { from, all } = useKitchen()
  const office = membership(me, 'community')
  const may = office ?? membership(me, 'kitchen')
  const kitchen = all.find(one => one.id === id)
  if (may && from.data && (kitchen ? kitchen.community.startsWith(may.scope) : office && !id))
    return <Form key={`${id}${kitchen?.version}`} kitchen={kitchen} all={all} community={kitchen?.community ?? office?.scope ?? ''} />
  return (
    <Page title="一个厨房">
      {may ? (
        <Loaded from={from} shape="form" isEmpty={() => true} empty={<Empty title="没有找到这个厨房" words="它可能归别的社区管。" />}>
          {() => null}
        </Loaded>
      ) : (
        <Empty title="厨房由社区来管" words="要改时间、地点，请告诉社区。" />
      )}
    </Page>
  )
}

const KINDS = (Object.keys(KIND_WORDS) as House['kind'][]).map(value => ({ value, label: KIND_WORDS[value] }))

function Form({ kitchen, all, community }: { kitchen?: Kitchen; all: Kitchen[]; community: string }) {
  const me = useMe()
  const draft = useDraft<House>(`kitchen/${kitchen?.id ?? 'new'}/${kitchen?.version ?? 0}`, kitchen ? houseOf(kitchen) : NEW_HOUSE)
  const adding = useWrite('meals.add_kitchen')
  const saving = useWrite('meals.save_kitchen')
  const [tried, setTried] = useState(false)
  const title = kitchen ? kitchen.name : '开一个厨房'
  if (!draft.ready)
    return (
      <Page title={title}>
        <Skeleton shape="form" />
      </Page>
    )
  const house = draft.value
  const set = (more: Partial<House>) => draft.set(was => ({ ...was, ...more }))
  const wrongs = tried ? wrong(house) : {}
  const point = isPointKind(house.kind)
  const save = async () => {
    setTried(true)
    if (Object.keys(wrong(house)).length) return
    const form = formOf(house)
    const done = kitchen ? await saving.run({ kitchen: kitchen.id, version: kitchen.version, form }) : await adding.run({ community, form })
    if (!done) return
    await draft.done()
    toast(kitchen ? '改好了，已经订的不变' : '开好了，去排菜单吧')
    await back()
  }
  const problem = saving.problem ?? adding.problem
  return (
    <Page
      title={title}
      bar={draft.from ? '接着上次填的' : null}
      footer={
        <>
          {problem ? <Wrong>{problem}</Wrong> : null}
          <Button big kind="primary" busy={saving.busy || adding.busy} onTap={save}>
            {kitchen ? '改好了' : '开这个厨房'}
          </Button>
        </>
      }
    >
      <Field label="叫什么" max={30} value={house.name} onChange={name => set({ name })} error={wrongs.name} />
      <Choice label="哪一种" columns={3} options={KINDS} value={house.kind} onChange={kind => set({ kind })} />
      {point ? <Parent all={all} house={house} set={set} error={wrongs.parent} /> : null}
      <Field label="在哪里" max={60} value={house.address} onChange={address => set({ address })} error={wrongs.address} />
      <Field label="电话" kind="tel" need={false} max={20} value={house.phone} onChange={phone => set({ phone })} />
      <Choices
        label="饭怎么到大家手里"
        columns={3}
        options={WAYS.map(value => ({ value, label: WAY_WORDS[value] }))}
        values={house.ways}
        onChange={ways => set({ ways })}
        error={wrongs.ways}
      />
      <Weekdays house={house} set={set} wrongs={wrongs} />
      {point ? null : <Servings house={house} set={set} wrongs={wrongs} />}
      <Holidays house={house} set={set} today={me.day} />
      {house.kind === 'central' ? <Serves community={community} house={house} set={set} /> : null}
      {kitchen && !kitchen.ended && membership(me, 'community') ? <Close kitchen={kitchen} /> : null}
    </Page>
  )
}

interface Part {
  house: House
  set: (more: Partial<House>) => void
}
function Parent({ all, house, set, error }: Part & { all: Kitchen[]; error?: string }) {
  const centrals = all.filter(one => one.kind === 'central' && !one.ended)
  if (centrals.length === 0) return <Wrong>还没有给这里供餐的中央厨房，请先让它把这个社区加进去</Wrong>
  return (
    <Choice
      label="饭从哪里来"
      options={centrals.map(one => ({ value: one.id, label: one.name }))}
      value={house.parent}
      onChange={parent => set({ parent })}
      error={error}
    />
  )
}

/** The other communities of the street that a central kitchen cooks for. */
function Serves({ community, house, set }: Part & { community: string }) {
  const street = community.slice(0, 9)
  const near = useCall('people.divisions', { parent: street }, { keep: `divisions/${street}` })
  const others = (near.data?.items ?? []).filter(one => one.code !== community)
  if (!others.length) return null
  const options = others.map(one => ({ value: one.code, label: one.name }))
  const far = house.serves.filter(code => !others.some(one => one.code === code))
  return (
    <Choices
      label="还给哪些社区做"
      options={options}
      values={house.serves.filter(code => !far.includes(code))}
      onChange={codes => set({ serves: [...far, ...codes] })}
    />
  )
}

function Close({ kitchen }: { kitchen: Kitchen }) {
  const { day } = useMe()
  const write = useWrite('meals.end_kitchen')
  const end = async () => {
    const yes = await ask({
      title: `今天起停办${kitchen.name}？`,
      words: '今天的饭照做，明天起不能再订。以前的记录都留着。',
      yes: '停办',
      danger: true,
    })
    if (!yes || !(await write.run({ kitchen: kitchen.id, on: day }))) return
    toast(`${kitchen.name}停办了`)
    await back()
  }
  return (
    <>
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
      <Button kind="danger" busy={write.busy} onTap={end}>
        停办这个厨房
      </Button>
    </>
  )
}
