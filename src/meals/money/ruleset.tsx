/** A rule set on the screen: read like a table, changed one rule at a time, saved as a whole. */
import type { OutputOf } from '@domain'
import type { Finding, Rule } from '@domain/meals/contract/prices'
import { findingsOf } from '@domain/meals/findings'
import { wordsOf } from '@domain/meals/saying'
import { useState } from 'react'
import { useCall, useMe, useWide, useWrite } from '@/platform'
import { Box, Button, Callout, Card, Choice, dayOf, Empty, List, Loaded, Page, Row, Rows, Section, sayDay, Table, toast, Wrong } from '@/ui'
import { freshId } from './ruledraft'
import { RuleForm } from './ruleform'
import { TryOut } from './tryout'

export type View = OutputOf<'meals.price_rules'>
type Names = { [code: string]: string }
const bare = ({ words: _, ...rule }: View['own']['rules'][number]): Rule => rule

interface Props {
  view: View
  division: string
  kitchen: string
  onKitchen: (kitchen: string) => void
  onSaved: () => void
  at?: number
}

export function RuleSet({ view, division, kitchen, onKitchen, onSaved, at }: Props) {
  const { own, inherited, categories, kitchens, editable } = view
  const { day } = useMe()
  const wide = useWide()
  const saved = own.rules.map(bare)
  const [rules, setRules] = useState(saved)
  const [editing, setEditing] = useState<Rule | string>()
  const save = useWrite('meals.save_rules')
  const names: Names = Object.fromEntries(categories.map(({ code, name }) => [code, name]))
  const changed = JSON.stringify(rules) !== JSON.stringify(saved)
  const place = { division, ...(kitchen ? { kitchen } : {}) }
  const run = async () => {
    const done = await save.run({ ...place, version: own.version, rules })
    if (!done) return
    toast(done.findings.length ? `存好了，还有 ${done.findings.length} 处要留意` : '存好了')
    onSaved()
  }
  const shown = rules.length || !inherited ? rules : inherited.rules.map(bare)
  const named = categories.filter(({ code }) => shown.some(rule => rule.categories?.includes(code)))
  return (
    <Page
      title="价格规则"
      heading={rules.length ? `${own.name}有 ${rules.length} 条规则` : `${own.name}没有自己的规则`}
      aside={own.saved && !changed ? `${own.saved.by}，${sayDay(dayOf(own.saved.at), day)}` : undefined}
      wide
      at={at}
      footer={
        editable && changed ? (
          <>
            {save.problem ? <Wrong>{save.problem}</Wrong> : null}
            <Button big kind="primary" busy={save.busy} onTap={run}>
              {rules.length ? `存下这 ${rules.length} 条规则` : '去掉自己的规则'}
            </Button>
          </>
        ) : undefined
      }
    >
      {kitchens.length ? (
        <Choice
          bare
          label="哪里的规则"
          columns={wide ? 3 : 2}
          options={[
            { value: '', label: '整个社区' },
            ...kitchens.map(one => ({ value: one.kitchen, label: one.name, note: one.own ? '有自己的' : '按社区的' })),
          ]}
          value={kitchen}
          onChange={onKitchen}
        />
      ) : null}
      {changed ? (
        <Callout tone="warn" icon="edit">
          改了还没有存，大家还按原来的付
        </Callout>
      ) : null}
      {rules.length || !inherited ? null : (
        <Callout tone="info" icon="info">
          {`现在按${inherited.name}的规则。要单独定，就在下面加。`}
        </Callout>
      )}
      <Box className="k-split">
        <Box className="k-stack">
          <RuleTable rules={shown} names={names} onEdit={editable && shown === rules ? setEditing : undefined} />
          {editable ? (
            <Adding rules={rules} inherited={inherited?.rules.map(bare)} onAdd={() => setEditing(freshId(rules))} onCopy={setRules} />
          ) : null}
          {shown.length ? <Findings findings={rules.length ? findingsOf({ rules, names }, day) : (inherited?.findings ?? [])} /> : null}
          <History place={place} />
        </Box>
        <TryOut {...place} rules={shown} categories={named} />
      </Box>
      {editing !== undefined ? (
        <RuleForm
          rule={editing}
          categories={categories}
          onClose={() => setEditing(undefined)}
          onSave={rule => {
            setRules(rules.some(one => one.id === rule.id) ? rules.map(one => (one.id === rule.id ? rule : one)) : [...rules, rule])
            setEditing(undefined)
          }}
          {...(typeof editing === 'string'
            ? {}
            : {
                onRemove: () => {
                  setRules(rules.filter(one => one.id !== editing.id))
                  setEditing(undefined)
                },
              })}
        />
      ) : null}
    </Page>
  )
}

function RuleTable({ rules, names, onEdit }: { rules: Rule[]; names: Names; onEdit?: (rule: Rule) => void }) {
  const wide = useWide()
  const rows = rules.map(rule => ({ rule, words: wordsOf(rule, names) }))
  if (!rows.length) return <Empty title="还没有规则" words="没有规则，人人按原价。加第一条，比如：90 岁以上免费。" />
  if (!wide)
    return (
      <Rows title="谁付多少">
        {rows.map(({ rule, words }) => (
          <Row
            key={rule.id}
            title={words.who}
            note={[words.when, words.shares, words.dates === '一直有效' ? '' : words.dates].filter(Boolean).join(' · ')}
            aside={words.does}
            onTap={onEdit ? () => onEdit(rule) : undefined}
          />
        ))}
      </Rows>
    )
  return (
    <Table
      caption="谁付多少"
      rows={rows}
      keyOf={one => one.rule.id}
      onOpen={onEdit ? one => onEdit(one.rule) : undefined}
      columns={[
        { title: '谁', cell: one => one.words.who },
        { title: '怎么优惠', cell: one => one.words.does },
        { title: '什么时候算', cell: one => one.words.when || '都算' },
        { title: '谁来出', cell: one => one.words.shares },
        { title: '有效期', cell: one => one.words.dates },
      ]}
    />
  )
}

function Adding({
  rules,
  inherited,
  onAdd,
  onCopy,
}: {
  rules: Rule[]
  inherited?: Rule[]
  onAdd: () => void
  onCopy: (rules: Rule[]) => void
}) {
  return (
    <Box className="k-buttons">
      <Button icon="plus" kind="soft" onTap={onAdd}>
        加一条
      </Button>
      {!rules.length && inherited?.length ? <Button onTap={() => onCopy(inherited)}>照这套改</Button> : null}
    </Box>
  )
}

const KINDS: Record<Finding['kind'], string> = { gap: '没人管', overlap: '重了', worse: '不划算' }
/** Gaps and overlaps, as sentences. */
const Findings = ({ findings }: { findings: Finding[] }) =>
  findings.length ? (
    <Section title={`${findings.length} 处要留意`}>
      {findings.map(one => (
        <Callout key={one.words} tone="warn" icon="warn">
          {`${KINDS[one.kind]}：${one.words}`}
        </Callout>
      ))}
    </Section>
  ) : (
    <Callout tone="ok" icon="done">
      没有漏掉的年龄，也没有重的
    </Callout>
  )

function History({ place }: { place: { division: string; kitchen?: string } }) {
  const [open, setOpen] = useState(false)
  const from = useCall('meals.rules_history', open ? place : null)
  const { day } = useMe()
  if (!open)
    return (
      <Button kind="quiet" icon="history" onTap={() => setOpen(true)}>
        看以前的规则
      </Button>
    )
  return (
    <Section title="以前的规则">
      <Loaded from={from} shape="rows" empty={<Empty title="还没有存过" words="存过的每一版都会留在这里。" />}>
        {versions => (
          <List items={versions} keyOf={one => String(one.version)} label="以前的规则" unit="版">
            {one => (
              <Card
                title={`第 ${one.version} 版`}
                aside={`${one.by}，${sayDay(dayOf(one.at), day)}`}
                note={one.rules.join('；') || '去掉了自己的规则'}
              />
            )}
          </List>
        )}
      </Loaded>
    </Section>
  )
}
