/** A walk-in in one line: a name, and who of the register it may be. */
import { useState } from 'react'
import { ask, Box, Button, Choice, Field, Row, Rows, toast } from '@/ui'
import type { Rolling } from './rolling'

const SHOWN = 5

export function AddOne({ rolling }: { rolling: Rolling }) {
  const [name, setName] = useState('')
  const { from, seen, moment } = rolling
  const roll = from.data
  const [chosen, setRole] = useState<string | null>(null)
  if (!roll || !seen) return null
  const role = roll.roles.find(one => one.id === chosen) ?? roll.roles.find(one => seen.left[one.id] > 0) ?? roll.roles[0]
  const words = name.trim()
  const found = words ? roll.others.filter(one => one.name.includes(words) || one.phoneMask.endsWith(words)).slice(0, SHOWN) : []
  const add = async (who: { as: 'volunteer'; account: string } | { as: 'guest'; name: string }, called: string) => {
    const full = (seen.left[role.id] ?? 0) < 1
    const asked = { title: `${role.name}满了`, words: `加一个位子给${called}，记进这个班。`, yes: '加一个位子', no: '先不加' }
    if (full && !(await ask(asked))) return
    const late = moment() > roll.to
    const times = late ? { came: roll.from, went: roll.to, paper: true } : { came: moment() }
    await rolling.walkIn({ role: role.id, who, ...times, ...(full ? { seat: true } : {}) }, called)
    setName('')
    toast(`${called}，加上了`)
  }
  return (
    <Box className="k-stack">
      {roll.roles.length > 1 ? (
        <Choice
          label="放在哪个岗位"
          columns={3}
          options={roll.roles.map(one => ({
            value: one.id,
            label: one.name,
            note: seen.left[one.id] > 0 ? `还有 ${seen.left[one.id]} 个位子` : '满了',
          }))}
          value={role.id}
          onChange={setRole}
        />
      ) : null}
      <Field label="写名字，或者手机后四位" kind="search" need={false} max={20} value={name} onChange={setName} />
      {found.length > 0 ? (
        <Rows>
          {found.map(one => (
            <Row
              key={one.account}
              icon="plus"
              title={one.name}
              note={`登记过的志愿者，${one.phoneMask}`}
              onTap={() => add({ as: 'volunteer', account: one.account }, one.name)}
            />
          ))}
        </Rows>
      ) : null}
      {words ? (
        <Button icon="plus" onTap={() => add({ as: 'guest', name: words }, words)}>
          {found.length > 0 ? `都不是，${words}没登记过，加上` : `${words}没登记过，加上`}
        </Button>
      ) : null}
    </Box>
  )
}
