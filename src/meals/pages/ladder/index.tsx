import type { LadderForm } from '@domain/meals/contract/checks'
import { RUNGS, type Rung } from '@domain/meals/ladder'
import { useState } from 'react'
import { useCall, useMe, useQuery, useWrite } from '@/platform'
import { Box, Button, Callout, Loaded, Page, Section, Stepper, Tabs, toast, Wrong } from '@/ui'
import { LIMIT_TITLES } from '../../checks/words'

type Kind = keyof LadderForm

/** How long each step waits for the one before it, for most people and for those nobody waits for. */
export default function LadderPage() {
  const me = useMe()
  const asked = useQuery().community
  const community = asked ?? me.memberships.find(({ role }) => role === 'community')?.scope
  const ladder = useCall('meals.ladder', community ? { community } : null)
  return (
    <Page title="找人的时限" heading="一步没结果，等多久走下一步" wide at={ladder.at}>
      <Loaded from={ladder} shape="form">
        {({ version, ...form }) => <Limits key={version} community={community ?? ''} version={version} form={form} onDone={ladder.retry} />}
      </Loaded>
    </Page>
  )
}

interface Props {
  community: string
  version: number
  form: LadderForm
  onDone: () => void
}
function Limits({ community, version, form: from, onDone }: Props) {
  const [form, setForm] = useState(from)
  const [kind, setKind] = useState<Kind>('normal')
  const write = useWrite('meals.set_ladder')
  const set = (rung: Rung) => (minutes: number) => setForm(was => ({ ...was, [kind]: { ...was[kind], [rung]: minutes } }))
  const total = RUNGS.slice(0, -1).reduce((sum, rung) => sum + form[kind][rung], 0)
  const save = async () => {
    if (!(await write.run({ community, version, form }))) return
    toast('记下了，以后开始找的按这个来')
    onDone()
  }
  return (
    <Box className="k-stack">
      <Tabs
        label="哪一种人"
        tabs={[
          { value: 'normal', label: '一般的' },
          { value: 'fast', label: '要快的' },
        ]}
        value={kind}
        onChange={value => setKind(value as Kind)}
      />
      <Callout tone="info" icon="info">
        {kind === 'fast'
          ? '独居、80 岁以上、重病、失能，或者送饭的人看着不放心的，按这个来。'
          : '有结果不用等：打电话没人接，马上走下一步。'}
      </Callout>
      <Section title={`一步都没结果，${total} 分钟后社区上门`}>
        <Box className="k-stack">
          {RUNGS.map(rung => (
            <Stepper
              key={`${kind}${rung}`}
              label={LIMIT_TITLES[rung]}
              value={form[kind][rung]}
              min={1}
              max={240}
              step={5}
              unit="分钟"
              onChange={set(rung)}
            />
          ))}
        </Box>
      </Section>
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
      <Button kind="primary" big busy={write.busy} onTap={save}>
        就按这个来
      </Button>
    </Box>
  )
}
