import type { OutputOf } from '@domain'
import type { Rule } from '@domain/shifts/contract/rules'
import { EFFECT_WORDS, saysCondition } from '@domain/shifts/saysrule'
import { useState } from 'react'
import { type Called, membership, newId, useCall, useDeed, useMe } from '@/platform'
import { ago, Box, Button, Buttons, Callout, Card, Choice, Empty, Loaded, Page, Tag, type Tone, toast } from '@/ui'
import { RuleForm } from '../../signing/ruleform'
import { Tried } from '../../signing/tried'

type Shown = OutputOf<'shifts.rules'>
const TONES: { [effect in Rule['effect']]: Tone } = { auto: 'ok', ask: 'warn', block: 'bad' }

/** The community's sign-up rules in words: in order, the first that holds decides. Tried on last week's sign-ups before they count. */
export default function RulesPage() {
  const me = useMe()
  const community = membership(me, 'community')?.scope
  const from = useCall('shifts.rules', community ? { community } : null)
  if (community && from.data) return <RulesOf key={from.data.version} community={community} shown={from.data} from={from} />
  return (
    <Page title="报名规则" wide>
      {community ? <Loaded from={from}>{() => null}</Loaded> : <Empty title="报名规则由社区来定" words="报名的时候会告诉您为什么。" />}
    </Page>
  )
}

function RulesOf({ community, shown, from }: { community: string; shown: Shown; from: Called<Shown> }) {
  const [rules, setRules] = useState(shown.rules)
  const [unanswered, setUnanswered] = useState(shown.unanswered)
  const [editing, edit] = useState<Rule | null>(null)
  const [trying, setTrying] = useState(false)
  const deed = useDeed()
  const changed = JSON.stringify([rules, unanswered]) !== JSON.stringify([shown.rules, shown.unanswered])
  const save = async () => {
    const did = await deed('shifts.save_rules', { community, version: shown.version, rules, unanswered })
    if (did && 'problem' in did) return toast(did.problem, { tone: 'bad' })
    if (did) toast('记下了，从现在起按这个来')
    from.retry()
  }
  const put = (rule: Rule) => {
    setRules(rules.some(one => one.id === rule.id) ? rules.map(one => (one.id === rule.id ? rule : one)) : [...rules, rule])
    edit(null)
  }
  const swap = (at: number, by: number) => {
    const next = [...rules]
    ;[next[at], next[at + by]] = [next[at + by], next[at]]
    setRules(next)
  }
  const fresh: Rule = { id: newId().slice(0, 20), name: '', on: true, when: [], effect: 'ask', why: '' }
  return (
    <Page
      title="报名规则"
      heading={rules.length > 0 ? `${rules.length} 条规则，从上往下看` : '报了名就直接定下'}
      aside={shown.at ? `${shown.by} ${ago(shown.at, Date.now())}改的` : '现在用的是平常的规则'}
      wide
      at={from.at}
      footer={
        changed ? (
          <Buttons>
            <Button onTap={() => setTrying(true)}>先试一试</Button>
            <Button kind="primary" big onTap={save}>
              就按这个来
            </Button>
          </Buttons>
        ) : null
      }
    >
      <Box className="k-split">
        <Box className="k-stack">
          <Callout tone="info">报名的时候从第一条看起，符合哪条就按哪条；都不符合，直接定下。</Callout>
          {rules.map((rule, at) => (
            <OneRule
              key={rule.id}
              rule={rule}
              at={at}
              last={at === rules.length - 1}
              onEdit={() => edit(rule)}
              onMove={by => swap(at, by)}
            />
          ))}
          <Button icon="plus" onTap={() => edit(fresh)}>
            加一条规则
          </Button>
        </Box>
        <Box className="k-stack">
          <Box>
            <Choice
              label="开班前两小时，队长还没点头的"
              columns={2}
              value={unanswered}
              onChange={setUnanswered}
              options={[
                { value: 'approve', label: '算同意' },
                { value: 'decline', label: '算不安排' },
              ]}
            />
          </Box>
          {trying ? <Tried community={community} rules={rules} unanswered={unanswered} /> : null}
          {trying || changed ? null : (
            <Button kind="quiet" icon="history" onTap={() => setTrying(true)}>
              拿最近一周的报名试一试
            </Button>
          )}
        </Box>
      </Box>
      {editing ? (
        <RuleForm
          rule={editing}
          onSave={put}
          onClose={() => edit(null)}
          onDrop={
            rules.some(one => one.id === editing.id)
              ? () => {
                  setRules(rules.filter(one => one.id !== editing.id))
                  edit(null)
                }
              : undefined
          }
        />
      ) : null}
    </Page>
  )
}

interface OneProps {
  rule: Rule
  at: number
  last: boolean
  onEdit: () => void
  onMove: (by: 1 | -1) => void
}
function OneRule({ rule, at, last, onEdit, onMove }: OneProps) {
  const when = rule.when.length > 0 ? rule.when.map(saysCondition).join('，而且') : '对谁都算'
  return (
    <Card
      title={`${at + 1}. ${rule.name}`}
      aside={<Tag tone={rule.on ? TONES[rule.effect] : 'plain'}>{rule.on ? EFFECT_WORDS[rule.effect] : '关着'}</Tag>}
      note={`${when}。${rule.why}`}
    >
      <Buttons>
        <Button label={`改一改：${rule.name}`} onTap={onEdit}>
          改一改
        </Button>
        {at > 0 ? (
          <Button label={`往上挪：${rule.name}`} onTap={() => onMove(-1)}>
            往上挪
          </Button>
        ) : null}
        {last ? null : (
          <Button label={`往下挪：${rule.name}`} onTap={() => onMove(1)}>
            往下挪
          </Button>
        )}
      </Buttons>
    </Card>
  )
}
