/** One price rule, typed in: who, how much, where, who bears it, from when. */
import type { Rule } from '@domain/meals/contract/prices'
import { useState } from 'react'
import { Box, Button, Buttons, Choice, Choices, Field, Sheet, Switch } from '@/ui'
import { draftOf, newDraft, type RuleDraft, ruleOf, wrongIn } from './ruledraft'
import './money.scss'

interface Props {
  /** The rule to change, or the id of a new one. */
  rule: Rule | string
  categories: { code: string; name: string }[]
  onClose: () => void
  onSave: (rule: Rule) => void
  onRemove?: () => void
}

export function RuleForm({ rule, categories, onClose, onSave, onRemove }: Props) {
  const [draft, setDraft] = useState(() => (typeof rule === 'string' ? newDraft(rule) : draftOf(rule)))
  const [tried, setTried] = useState(false)
  const change = (more: Partial<RuleDraft>) => setDraft({ ...draft, ...more })
  const wrong = wrongIn(draft)
  const said = tried ? wrong : {}
  const save = () => {
    setTried(true)
    if (Object.keys(wrong).length === 0) onSave(ruleOf(draft))
  }
  return (
    <Sheet
      title={onRemove ? '改这一条' : '加一条'}
      onClose={onClose}
      actions={
        <Buttons>
          {onRemove ? (
            <Button kind="danger" onTap={onRemove}>
              去掉这条
            </Button>
          ) : null}
          <Button kind="primary" onTap={save}>
            好了
          </Button>
        </Buttons>
      }
    >
      <Box className="k-stack">
        <Who draft={draft} change={change} categories={categories} error={said.ages} />
        <Much draft={draft} change={change} error={said.amount} />
        <Where draft={draft} change={change} error={said.least} />
        <Bearing draft={draft} change={change} error={said.shares} />
        <Dates draft={draft} change={change} error={said.dates} />
      </Box>
    </Sheet>
  )
}

interface Part {
  draft: RuleDraft
  change: (more: Partial<RuleDraft>) => void
  error?: string
}

function Who({ draft, change, error, categories }: Part & Pick<Props, 'categories'>) {
  return (
    <>
      <Switch label="按年龄" note="按用餐那天的周岁" on={draft.ages} onChange={ages => change({ ages })} />
      {draft.ages ? (
        <Box className="m-ages">
          <Field label="从几岁" kind="number" value={draft.from} onChange={from => change({ from })} error={error} max={3} />
          <Field label="到几岁" kind="number" need={false} value={draft.to} onChange={to => change({ to })} max={3} />
        </Box>
      ) : null}
      <Choices
        label="按类别"
        hint="选几样，有一样就算；类别比年龄优先"
        columns={3}
        options={categories.map(({ code, name }) => ({ value: code, label: name }))}
        values={draft.categories}
        onChange={chosen => change({ categories: chosen })}
        error={draft.ages ? undefined : error}
      />
    </>
  )
}

const AMOUNTS = { fixed: '每餐付多少，元', off: '便宜多少，元', percent: '便宜百分之几', free: '' } as const
const Much = ({ draft, change, error }: Part) => (
  <>
    <Choice
      label="怎么优惠"
      options={[
        { value: 'off', label: '便宜几元' },
        { value: 'fixed', label: '每餐固定价' },
        { value: 'percent', label: '便宜百分之几' },
        { value: 'free', label: '免费' },
      ]}
      value={draft.effect}
      onChange={effect => change({ effect })}
    />
    {draft.effect === 'free' ? null : (
      <Field
        label={AMOUNTS[draft.effect]}
        kind="number"
        value={draft.amount}
        onChange={amount => change({ amount })}
        error={error}
        max={7}
      />
    )}
  </>
)

const Where = ({ draft, change, error }: Part) => (
  <>
    <Choice
      label="哪种吃法"
      columns={3}
      options={[
        { value: 'all', label: '都算' },
        { value: 'home', label: '送到家' },
        { value: 'away', label: '自己来' },
      ]}
      value={draft.where}
      onChange={where => change({ where })}
    />
    <Field
      label="这餐满多少才算，元"
      kind="number"
      need={false}
      value={draft.least}
      onChange={least => change({ least })}
      error={error}
      max={7}
    />
  </>
)

const GIVERS = [
  ['government', '政府'],
  ['enterprise', '企业'],
  ['charity', '慈善'],
] as const
const Bearing = ({ draft, change, error }: Part) => (
  <>
    {GIVERS.map(([giver, name], at) => (
      <Field
        key={giver}
        label={`${name}出百分之几`}
        kind="number"
        value={draft[giver]}
        onChange={value => change({ [giver]: value })}
        error={at === 0 ? error : undefined}
        max={3}
      />
    ))}
  </>
)

const Dates = ({ draft, change, error }: Part) => (
  <Box className="m-ages">
    <Field label="从哪天起" kind="date" need={false} value={draft.since} onChange={since => change({ since })} error={error} />
    <Field label="到哪天为止" kind="date" need={false} value={draft.until} onChange={until => change({ until })} />
  </Box>
)
