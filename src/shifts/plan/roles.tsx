/** The roles of a shift: who is needed, how many, and what they must bring. */
import type { RoleForm } from '@domain/shifts/contract'
import { PAPERS, SKILLS } from '@domain/shifts/contract/base'
import { PAPER_WORDS, SKILL_WORDS } from '@domain/shifts/words'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Buttons, Choice, Field, Row, Rows, Section, Sheet, Stepper, Switch, Wrong } from '@/ui'
import { type AboutForm, newRole } from './blank'
import type { Filling } from './fields'
import { asksSaid } from './words'

const NONE = 'none'

export function Roles<F extends AboutForm>({ form, set, wrong }: Filling<F>) {
  const [open, setOpen] = useState<RoleForm>()
  const save = (role: RoleForm) => {
    const known = form.roles.some(one => one.id === role.id)
    set(was => ({ ...was, roles: known ? was.roles.map(one => (one.id === role.id ? role : one)) : [...was.roles, role] }))
    setOpen(undefined)
  }
  const remove = (id: string) => {
    set(was => ({ ...was, roles: was.roles.filter(one => one.id !== id) }))
    setOpen(undefined)
  }
  return (
    <Section title="要哪些人">
      {form.roles.length > 0 ? (
        <Rows>
          {form.roles.map(role => (
            <Row
              key={role.id}
              title={role.name}
              note={`${asksSaid(role)}${role.route ? '，送一条路线' : ''}`}
              aside={`${role.need} 人`}
              onTap={() => setOpen(role)}
            />
          ))}
        </Rows>
      ) : (
        <Box className="k-note">还没有岗位。一个班可以有几个岗位，像切配两人、送饭两人。</Box>
      )}
      {wrong?.at?.startsWith('roles') ? <Wrong>{wrong.why}</Wrong> : null}
      <Button icon="plus" onTap={() => setOpen({ id: newRole(form.roles), name: '', need: 2 })}>
        加一个岗位
      </Button>
      {open ? (
        <OneRole
          role={open}
          kitchen={form.kind === 'kitchen' ? form.kitchen : undefined}
          known={form.roles.some(one => one.id === open.id)}
          onSave={save}
          onRemove={remove}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </Section>
  )
}

interface OneRoleProps {
  role: RoleForm
  kitchen?: string
  known: boolean
  onSave: (role: RoleForm) => void
  onRemove: (id: string) => void
  onClose: () => void
}
function OneRole({ role: first, kitchen, known, onSave, onRemove, onClose }: OneRoleProps) {
  const [role, setRole] = useState(first)
  const [wrong, setWrong] = useState('')
  const change = (more: Partial<RoleForm>) => setRole(was => ({ ...was, ...more }))
  const save = () => {
    const label = role.label?.trim()
    return role.name.trim()
      ? onSave({ ...role, name: role.name.trim(), label: label || undefined })
      : setWrong('给岗位起个名字，像切配、送饭')
  }
  const actions = (
    <Buttons>
      {known ? (
        <Button kind="danger" onTap={() => onRemove(role.id)}>
          不要这个岗位
        </Button>
      ) : null}
      <Button kind="primary" onTap={save}>
        就这样
      </Button>
    </Buttons>
  )
  return (
    <Sheet title={known ? first.name : '加一个岗位'} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        <Field label="岗位叫什么" value={role.name} max={12} error={wrong} onChange={name => change({ name })} />
        <Stepper label="要几个人" value={role.need} min={1} max={200} unit="人" onChange={need => change({ need })} />
        <Choice
          label="要什么证"
          hint="按班的那一天算，到那天过期的不行"
          columns={3}
          options={[
            { value: NONE, label: '不要' },
            ...PAPERS.filter(one => one !== 'guardian').map(value => ({ value, label: PAPER_WORDS[value] })),
          ]}
          value={role.paper ?? NONE}
          onChange={paper => change({ paper: paper === NONE ? undefined : paper })}
        />
        <Choice
          label="要会什么"
          columns={3}
          options={[{ value: NONE, label: '不要求' }, ...SKILLS.map(value => ({ value, label: SKILL_WORDS[value] }))]}
          value={role.skill ?? NONE}
          onChange={skill => change({ skill: skill === NONE ? undefined : skill })}
        />
        <Field
          label="要队长给的记号"
          need={false}
          hint="像“带过”“急救培训”，队长在志愿者那一页给"
          max={12}
          value={role.label ?? ''}
          onChange={label => change({ label })}
        />
        <Rows>
          <Switch
            label="要出力气"
            note="搬东西、站得久、爬楼，年纪大的会被拦住"
            on={role.heavy ?? false}
            onChange={on => change({ heavy: on || undefined })}
          />
        </Rows>
        {kitchen ? <WhichRoute kitchen={kitchen} value={role.route} onChange={route => change({ route })} /> : null}
      </Box>
    </Sheet>
  )
}

function WhichRoute({ kitchen, value, onChange }: { kitchen: string; value?: string; onChange: (route?: string) => void }) {
  const { data } = useCall('meals.routes', { kitchen })
  const routes = (data?.routes ?? []).map(one => ({ value: one.id, label: one.name }))
  if (routes.length === 0) return null
  return (
    <Choice
      label="送哪条路线"
      hint="报了这个岗位的人，那天的这一趟就归他送"
      options={[{ value: NONE, label: '不送饭' }, ...routes]}
      value={value ?? NONE}
      onChange={route => onChange(route === NONE ? undefined : route)}
    />
  )
}
