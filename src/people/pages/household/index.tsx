import { labelOf, tidyDoor } from '@domain/people/address'
import type { Household } from '@domain/people/contract'
import { useState } from 'react'
import { AddressForm, type AddressValue } from '@/people/addressform'
import { Book } from '@/people/book'
import { useCorrection } from '@/people/correction'
import { EndHome, MoveHome } from '@/people/homeends'
import { Pick, Picks } from '@/people/pick'
import { useReach } from '@/people/reach'
import { Community } from '@/people/wider'
import { DOOR_PAGE, GRIDS_PAGE, LIVING, PERSON_PAGE, RESIDENT_PAGE, sexWord } from '@/people/words'
import { go, replace, useCall, useDraft, useQuery, useWrite } from '@/platform'
import { Button, Buttons, Card, Loaded, Page, Row, Rows, Skeleton, Tag, toast, Wrong } from '@/ui'

/** `?id=` corrects a household; `?grid=` or nothing adds one. */
export default function Screen() {
  const { id, grid } = useQuery()
  return id ? <Correct id={id} /> : <Add grid={grid} />
}

const BLANK: AddressValue = { building: '', unit: '', room: '' }

function Add({ grid: asked }: { grid?: string }) {
  const reach = useReach()
  const [chosen, setChosen] = useState<string>()
  const community = reach.community ?? chosen
  const mine = reach.division.length === 15 ? reach.division : undefined
  const grids = useCall('people.grids', community && !mine ? { community } : null)
  const draft = useDraft<AddressValue & { grid?: string }>('household/new', { ...BLANK, grid: asked })
  const add = useWrite('people.add_household')
  const grid = mine ?? draft.value.grid ?? (grids.data?.length === 1 ? grids.data[0].code : undefined)
  if (!community) return <Community title="添一户" division={reach.division} onChoose={setChosen} />
  const save = async () => {
    if (!grid) return toast('先选这一户在哪个网格', { tone: 'bad' })
    if (!draft.value.building.trim()) return toast('先写楼号', { tone: 'bad' })
    const { building, unit, room } = draft.value
    const done = await add.run({ grid, address: { building, unit, room } })
    if (!done) return
    await draft.done()
    toast('登记好了，接着添上家里的人')
    await replace(PERSON_PAGE, { household: done.id })
  }
  return (
    <Page
      title="添一户"
      bar={draft.saved ? null : '正在记'}
      footer={
        <Button big kind="primary" busy={add.busy} onTap={save}>
          登记这一户
        </Button>
      }
    >
      {draft.ready ? (
        <>
          {grids.data?.length === 0 ? (
            <Card title="还没有网格" note="一户总要在一个网格里，先添一个网格。" onTap={() => go(GRIDS_PAGE)} />
          ) : null}
          {mine || !grids.data?.length ? null : (
            <Picks>
              <Pick
                title="网格"
                value={grid}
                onChange={value => draft.set(was => ({ ...was, grid: value }))}
                options={(grids.data ?? []).map(one => ({ value: one.code, label: one.name, note: `${one.households} 户` }))}
              />
            </Picks>
          )}
          <AddressForm value={draft.value} onChange={value => draft.set(was => ({ ...was, ...value }))} />
          {add.problem ? <Wrong>{add.problem}</Wrong> : null}
        </>
      ) : (
        <Skeleton shape="form" />
      )}
    </Page>
  )
}

function Correct({ id }: { id: string }) {
  const household = useCall('people.household', { household: id })
  const reach = useReach()
  return (
    <Page title="登记资料" heading={household.data?.label} aside={household.data?.gridName} at={household.at}>
      <Loaded from={household} shape="rows">
        {home => (
          <>
            {home.ended ? <Card title="这一户已注销" note={`${home.ended.on}，${home.ended.reason}`} edge="warn" /> : null}
            <Members home={home} edits={reach.edits} />
            {reach.edits ? <Address home={home} onDone={household.retry} /> : null}
            {reach.edits && !home.ended ? (
              <Buttons column>
                {reach.office ? <MoveHome home={home} onDone={household.retry} /> : null}
                <EndHome home={home} onDone={household.retry} />
              </Buttons>
            ) : null}
            <Book household={id} key={`book${home.version}${home.residents.length}`} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const Members = ({ home, edits }: { home: Household; edits: boolean }) => (
  <>
    <Rows title={home.residents.length ? '家里的人' : '还没有登记人'}>
      {home.residents.map(one => (
        <Row
          key={one.id}
          title={one.name}
          note={[one.relation, one.age === undefined ? '' : `${one.age} 岁`, sexWord(one.sex)].filter(Boolean).join(' · ')}
          aside={one.living === 'living' ? one.tags.map(tag => tag.name).join(' ') : <Tag tone="warn">{LIVING[one.living]}</Tag>}
          onTap={() => go(RESIDENT_PAGE, { household: home.id, id: one.id })}
        />
      ))}
      <Row icon="door" title="看敲门记录" onTap={() => go(DOOR_PAGE, { household: home.id })} />
    </Rows>
    {edits && !home.ended ? (
      <Button icon="plus" kind="soft" onTap={() => go(PERSON_PAGE, { household: home.id })}>
        添一个人
      </Button>
    ) : null}
  </>
)

function Address({ home, onDone }: { home: Household; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const { building, unit, room } = home.address
  const draft = useCorrection<AddressValue>(`household/${home.id}`, { building, unit, room })
  const correct = useWrite('people.correct_household')
  if (!open && !draft.kept)
    return (
      <Button icon="edit" onTap={() => setOpen(true)}>
        改门牌
      </Button>
    )
  const same = labelOf(tidyDoor(draft.typed)) === home.label
  const save = async () => {
    const done = await correct.run({ household: home.id, version: home.version, address: draft.typed })
    if (!done) return
    await draft.done()
    setOpen(false)
    toast('门牌改好了')
    onDone()
  }
  const again = () => {
    correct.clear()
    onDone()
  }
  const leave = async () => {
    await draft.done()
    setOpen(false)
    correct.clear()
  }
  return (
    <Card title="改门牌" note="人、标签和敲门记录都跟着走。">
      <AddressForm value={draft.typed} onChange={value => draft.set(() => value)} />
      {correct.problem ? <Wrong>{correct.problem}</Wrong> : null}
      <Buttons>
        <Button onTap={leave}>不改了</Button>
        {correct.code === 'people.changed_meanwhile' ? (
          <Button kind="primary" icon="refresh" onTap={again}>
            看现在的内容
          </Button>
        ) : (
          <Button kind="primary" disabled={same || !draft.typed.building.trim()} busy={correct.busy} onTap={save}>
            改成这样
          </Button>
        )}
      </Buttons>
    </Card>
  )
}
