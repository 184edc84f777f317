/** The questions of registering, each by itself: on one page, or one a screen. */
import type { Skill } from '@domain/shifts/contract'
import { useState } from 'react'
import { useCall, useMe } from '@/platform'
import { Box, Button, Choice, Choices, Empty, Field, Loaded, Row, Rows } from '@/ui'
import { type JoinForm, PRESETS, presetsIn, SKILL_OPTIONS, withPresets } from './form'

export interface AskProps {
  form: JoinForm
  set: (more: Partial<JoinForm>) => void
}

export const NameAsk = ({ form, set }: AskProps) => (
  <Field label="怎么称呼您" hint="写身份证上的名字，记时长、开证明要用" value={form.name} max={20} onChange={name => set({ name })} />
)
export function BornAsk({ form, set }: AskProps) {
  const { day } = useMe()
  return (
    <Field
      label="出生年月日"
      hint="好按年龄给您排合适的班，不让您累着"
      kind="date"
      from="1920-01-01"
      until={day}
      value={form.born}
      onChange={born => set({ born })}
    />
  )
}

export const SkillsPick = ({ values, onChange, bare }: { values: Skill[]; onChange: (skills: Skill[]) => void; bare?: boolean }) => (
  <Choices
    label="您会做什么"
    hint={bare ? undefined : '点上会的，几样都行；不选也可以'}
    bare={bare}
    columns={3}
    options={SKILL_OPTIONS}
    values={values}
    onChange={onChange}
  />
)
export const TimesPick = ({ values, onChange, bare }: { values: string[]; onChange: (times: string[]) => void; bare?: boolean }) => (
  <Choices
    label="什么时候有空"
    hint={bare ? undefined : '说个大概就行，缺人的时候好先问您'}
    bare={bare}
    columns={2}
    options={PRESETS}
    values={presetsIn(values)}
    onChange={chosen => onChange(withPresets(values, chosen))}
  />
)

const RELATIONS = ['老伴', '儿子', '女儿', '亲戚', '邻居'].map(value => ({ value, label: value }))
export const ContactAsk = ({ form, set }: AskProps) => (
  <Box className="k-stack">
    <Field
      label="紧急联系人叫什么"
      hint="万一不舒服，好马上找到家里人"
      need={false}
      value={form.contact}
      max={20}
      onChange={contact => set({ contact })}
    />
    <Field label="他的手机号" kind="tel" need={false} value={form.contactPhone} max={11} onChange={contactPhone => set({ contactPhone })} />
    <Choice label="他是您的" columns={3} options={RELATIONS} value={form.relation} onChange={relation => set({ relation })} />
  </Box>
)

/** Which community: the one that is known, or down the divisions. */
export function PlaceAsk({ form, set }: AskProps) {
  const [path, setPath] = useState<string[]>([])
  const parent = path[path.length - 1]
  const below = useCall('people.divisions', form.community ? null : { ...(parent ? { parent } : {}) })
  if (form.community)
    return (
      <Rows title="登记到">
        <Row icon="place" title={form.communityName} aside="换一个" onTap={() => set({ community: '', communityName: '' })} />
      </Rows>
    )
  return (
    <Box className="k-stack">
      <Loaded from={below} shape="rows" empty={<Empty title="这里还没有登记过的社区" words="退回上一级，换一个地方。" />}>
        {page => (
          <Rows title="您在哪个社区">
            {page.items.map(({ code, name }) => (
              <Row
                key={code}
                title={name}
                onTap={() => (code.length === 12 ? set({ community: code, communityName: name }) : setPath([...path, code]))}
              />
            ))}
          </Rows>
        )}
      </Loaded>
      {parent ? (
        <Button icon="left" onTap={() => setPath(path.slice(0, -1))}>
          退回上一级
        </Button>
      ) : null}
    </Box>
  )
}
