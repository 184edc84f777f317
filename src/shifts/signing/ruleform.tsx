import type { Kind } from '@domain/shifts/contract'
import { KINDS } from '@domain/shifts/contract/base'
import { type Condition, EFFECTS, type Rule } from '@domain/shifts/contract/rules'
import { CONDITION_WORDS, EFFECT_WORDS, saysCondition } from '@domain/shifts/saysrule'
import { KIND_WORDS } from '@domain/shifts/words'
import { useState } from 'react'
import { Box, Button, Buttons, Choice, Choices, Field, Row, Rows, Section, Sheet, Stepper, Switch } from '@/ui'

type What = Condition['what']
const WHATS = Object.keys(CONDITION_WORDS) as What[]
const FRESH: { [what in What]: Condition } = {
  kind: { what: 'kind', any: ['kitchen'] },
  role: { what: 'role', any: ['主厨'] },
  came: { what: 'came', least: 3 },
  missed: { what: 'missed', least: 2 },
  ahead: { what: 'ahead', most: 1 },
  age: { what: 'age', least: 75 },
  label: { what: 'label', any: ['带过'] },
  member: { what: 'member', is: true },
  first: { what: 'first', is: true },
}

interface FormProps {
  rule: Rule
  onSave: (rule: Rule) => void
  onDrop?: () => void
  onClose: () => void
}
/** One rule in words: when all of this holds, that happens. */
export function RuleForm({ rule: given, onSave, onDrop, onClose }: FormProps) {
  const [rule, set] = useState(given)
  const [wrong, setWrong] = useState('')
  const change = (more: Partial<Rule>) => set({ ...rule, ...more })
  const put = (at: number, it: Condition | null) => change({ when: rule.when.flatMap((one, i) => (i === at ? (it ? [it] : []) : [one])) })
  const save = () => (rule.name.trim() ? onSave(rule) : setWrong('给这条规则起个名字'))
  const actions = (
    <Buttons>
      {onDrop ? (
        <Button kind="danger" onTap={onDrop}>
          删掉这条
        </Button>
      ) : null}
      <Button kind="primary" onTap={save}>
        用这条
      </Button>
    </Buttons>
  )
  return (
    <Sheet title={given.name || '新规则'} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        <Switch label="这条开着" on={rule.on} onChange={on => change({ on })} />
        <Field label="叫什么" value={rule.name} onChange={name => change({ name })} max={20} error={wrong} />
        <Section title="都符合的时候">
          {rule.when.map((one, at) => (
            <OneCondition key={one.what} it={one} onChange={it => put(at, it)} />
          ))}
          <Adding used={rule.when.map(one => one.what)} onAdd={what => change({ when: [...rule.when, FRESH[what]] })} />
        </Section>
        <Choice
          label="就这么办"
          columns={3}
          value={rule.effect}
          onChange={effect => change({ effect })}
          options={EFFECTS.map(value => ({ value, label: EFFECT_WORDS[value] }))}
        />
        <Field
          label="告诉对方的话"
          value={rule.why}
          onChange={why => change({ why })}
          max={60}
          need={false}
          placeholder="比如：头一次来，队长认识一下"
        />
      </Box>
    </Sheet>
  )
}

function Adding({ used, onAdd }: { used: What[]; onAdd: (what: What) => void }) {
  const [open, setOpen] = useState(false)
  const left = WHATS.filter(one => !used.includes(one))
  if (left.length === 0) return null
  if (!open)
    return (
      <Button kind="plain" icon="plus" onTap={() => setOpen(true)}>
        加一个条件
      </Button>
    )
  return (
    <Rows>
      {left.map(what => (
        <Row
          key={what}
          title={CONDITION_WORDS[what]}
          onTap={() => {
            setOpen(false)
            onAdd(what)
          }}
        />
      ))}
    </Rows>
  )
}

function OneCondition({ it, onChange }: { it: Condition; onChange: (it: Condition | null) => void }) {
  return (
    <Box className="k-card k-stack">
      <Box className="k-strong">{saysCondition(it)}</Box>
      <Asked it={it} onChange={onChange} />
      <Button kind="quiet" icon="bin" onTap={() => onChange(null)}>
        {`不看${CONDITION_WORDS[it.what]}`}
      </Button>
    </Box>
  )
}

function Asked({ it, onChange }: { it: Condition; onChange: (it: Condition) => void }) {
  switch (it.what) {
    case 'kind':
      return (
        <Choices<Kind>
          label="哪几类班"
          columns={3}
          values={it.any}
          onChange={any => any.length > 0 && onChange({ ...it, any })}
          options={KINDS.map(value => ({ value, label: KIND_WORDS[value] }))}
        />
      )
    case 'role':
    case 'label':
      return <Listed it={it} onChange={onChange} />
    case 'member':
      return <Switch label="是这个队的" on={it.is} onChange={is => onChange({ ...it, is })} />
    case 'first':
      return <Switch label="是头一次来" on={it.is} onChange={is => onChange({ ...it, is })} />
    default:
      return <Between it={it} onChange={onChange} />
  }
}

type Lists = Extract<Condition, { what: 'role' | 'label' }>
function Listed({ it, onChange }: { it: Lists; onChange: (it: Condition) => void }) {
  const [text, setText] = useState(it.any.join('、'))
  const change = (next: string) => {
    setText(next)
    const any = next.split(/[、，, ]+/).filter(Boolean)
    if (any.length > 0) onChange({ ...it, any })
  }
  return <Field label={it.what === 'role' ? '岗位名字里有' : '哪些标签'} hint="几个用顿号隔开" value={text} onChange={change} max={80} />
}

type Ranged = Extract<Condition, { what: 'came' | 'missed' | 'ahead' | 'age' }>
const UNIT = { came: '次', missed: '次', ahead: '天', age: '岁' } as const
function Between({ it, onChange }: { it: Ranged; onChange: (it: Condition) => void }) {
  const unit = UNIT[it.what]
  const without = (side: 'least' | 'most') => {
    const { [side]: _, ...rest } = it
    return rest as Ranged
  }
  return (
    <Box className="k-stack">
      {(['least', 'most'] as const).map(side => {
        const words = side === 'least' ? '最少' : '最多'
        const value = it[side]
        return (
          <Box key={side} className="k-stack">
            <Switch
              label={`管${words}`}
              on={value !== undefined}
              onChange={on => onChange(on ? { ...it, [side]: it.least ?? it.most ?? 1 } : without(side))}
            />
            {value === undefined ? null : (
              <Stepper label={words} unit={unit} max={150} value={value} onChange={next => onChange({ ...it, [side]: next })} />
            )}
          </Box>
        )
      })}
    </Box>
  )
}
