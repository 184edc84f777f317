/** Moving to another household, moving away, dying. The record stays with its day. */
import type { HouseholdCard, Resident } from '@domain/people/contract'
import { useState } from 'react'
import { replace, useCall, useMe, useWrite } from '@/platform'
import { Button, Buttons, Choice, Empty, Field, Loaded, Row, Rows, Sheet, toast, Wrong } from '@/ui'
import { useSettled } from './found'
import { useReach } from './reach'
import { RESIDENT_PAGE } from './words'

interface Props {
  who: Resident
  gone: boolean
  onChanged: () => void
}

export function Ends({ who, gone, onChanged }: Props) {
  const [open, setOpen] = useState<'move' | 'end'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <Buttons>
        <Button onTap={() => setOpen('move')}>{gone ? '又搬回来了' : '搬到别的户'}</Button>
        {gone ? null : (
          <Button kind="danger" onTap={() => setOpen('end')}>
            搬走了或去世了
          </Button>
        )}
      </Buttons>
      {open === 'move' ? <Move who={who} onClose={close} /> : null}
      {open === 'end' ? <End who={who} onClose={close} onChanged={onChanged} /> : null}
    </>
  )
}

/** The door is found by its number; whoever is listed there leads to its household. */
function Move({ who, onClose }: { who: Resident; onClose: () => void }) {
  const { day } = useMe()
  const { division } = useReach()
  const [words, setWords] = useState('')
  const [on, setOn] = useState(day)
  const settled = useSettled(words)
  const found = useCall('people.doors', settled ? { division, words: settled } : null)
  const move = useWrite('people.move_resident')
  const choose = async (home: HouseholdCard) => {
    if (!(await move.run({ resident: who.id, household: home.id, on }))) return
    onClose()
    toast(`搬到 ${home.label} 了`)
    await replace(RESIDENT_PAGE, { household: home.id, id: who.id })
  }
  return (
    <Sheet title={`${who.name} 搬到哪一户`} onClose={onClose}>
      <Field label="哪天搬的" kind="date" value={on} until={day} onChange={setOn} />
      <Field kind="search" label="门牌" hint="比如 3-2-501；还没登记过的门要先添一户" value={words} onChange={setWords} max={40} />
      {settled ? (
        <Loaded from={found} shape="rows" empty={<Empty title="没有这个门" words="看看门牌对不对，或者先去添这一户。" drawing="search" />}>
          {homes => (
            <Rows>
              {homes
                .filter(home => home.id !== who.household && !home.ended)
                .map(home => (
                  <Row
                    key={home.id}
                    title={home.label}
                    note={home.head ? `${home.head} · ${home.count} 人` : '还没登记人'}
                    onTap={() => choose(home)}
                  />
                ))}
            </Rows>
          )}
        </Loaded>
      ) : null}
      {move.problem ? <Wrong>{move.problem}</Wrong> : null}
    </Sheet>
  )
}

function End({ who, onClose, onChanged }: { who: Resident; onClose: () => void; onChanged: () => void }) {
  const { day } = useMe()
  const [why, setWhy] = useState<'moved' | 'deceased'>()
  const [on, setOn] = useState(day)
  const [note, setNote] = useState('')
  const end = useWrite('people.end_resident')
  const save = async () => {
    if (!why || !(await end.run({ resident: who.id, on, why, ...(note.trim() ? { note: note.trim() } : {}) }))) return
    onClose()
    toast('记下了，资料还在')
    onChanged()
  }
  return (
    <Sheet
      title={who.name}
      onClose={onClose}
      actions={
        <Button big kind="danger" disabled={!why} busy={end.busy} onTap={save}>
          记下
        </Button>
      }
    >
      <Choice
        label="怎么了"
        options={[
          { value: 'moved', label: '搬走了' },
          { value: 'deceased', label: '去世了' },
        ]}
        value={why}
        onChange={setWhy}
      />
      <Field label="哪天" kind="date" value={on} until={day} onChange={setOn} />
      <Field
        label="说明"
        need={false}
        hint={why === 'moved' ? '比如 去大连跟儿子住' : undefined}
        value={note}
        onChange={setNote}
        max={200}
      />
      {end.problem ? <Wrong>{end.problem}</Wrong> : null}
    </Sheet>
  )
}
