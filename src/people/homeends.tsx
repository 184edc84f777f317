/** Giving a household to another grid, and ending it. Both keep everything that happened there. */
import type { Household } from '@domain/people/contract'
import { useState } from 'react'
import { useCall, useMe, useWrite } from '@/platform'
import { Button, Choice, Field, Loaded, Row, Rows, Sheet, toast, Wrong } from '@/ui'

interface Props {
  home: Household
  onDone: () => void
}

export function MoveHome({ home, onDone }: Props) {
  const [open, setOpen] = useState(false)
  const grids = useCall('people.grids', open ? { community: home.community } : null)
  const move = useWrite('people.move_household')
  const choose = async (grid: string, name: string) => {
    if (!(await move.run({ household: home.id, grid }))) return
    setOpen(false)
    toast(`划到${name}了`)
    onDone()
  }
  return (
    <>
      <Button icon="grid" onTap={() => setOpen(true)}>
        划到别的网格
      </Button>
      {open ? (
        <Sheet title="划到哪个网格" onClose={() => setOpen(false)}>
          <Loaded from={grids} shape="rows">
            {all => (
              <Rows>
                {all
                  .filter(one => one.code !== home.grid)
                  .map(one => (
                    <Row key={one.code} title={one.name} note={`${one.households} 户`} onTap={() => choose(one.code, one.name)} />
                  ))}
              </Rows>
            )}
          </Loaded>
          {move.problem ? <Wrong>{move.problem}</Wrong> : null}
        </Sheet>
      ) : null}
    </>
  )
}

const REASONS = ['搬走空置', '拆了', '并到别的户', '登记错了'] as const

export function EndHome({ home, onDone }: Props) {
  const { day } = useMe()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState<string>('')
  const [on, setOn] = useState(day)
  const end = useWrite('people.end_household')
  const save = async () => {
    if (!(await end.run({ household: home.id, on, reason: reason.trim() }))) return
    setOpen(false)
    toast('注销了，记录都还在')
    onDone()
  }
  return (
    <>
      <Button kind="danger" onTap={() => setOpen(true)}>
        注销这一户
      </Button>
      {open ? (
        <Sheet
          title="注销这一户"
          onClose={() => setOpen(false)}
          actions={
            <Button big kind="danger" disabled={!reason.trim()} busy={end.busy} onTap={save}>
              注销，记录留着
            </Button>
          }
        >
          <Choice
            label="因为什么"
            options={REASONS.map(value => ({ value, label: value }))}
            value={REASONS.find(one => one === reason)}
            onChange={setReason}
          />
          <Field label="或者自己写" need={false} value={reason} onChange={setReason} max={200} />
          <Field label="哪天" kind="date" value={on} until={day} onChange={setOn} />
          {end.problem ? <Wrong>{end.problem}</Wrong> : null}
        </Sheet>
      ) : null}
    </>
  )
}
