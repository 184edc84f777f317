import type { OutputOf } from '@domain'
import { useEffect, useState } from 'react'
import { refresh, replace, useCall, useDraft } from '@/platform'
import { Box, Button, Callout, Card, Loaded, Page, useElder, Wrong } from '@/ui'
import { BornAsk, ContactAsk, NameAsk, PlaceAsk, SkillsPick, TimesPick } from '../../people/asks'
import { EMPTY, inputOf, type JoinForm, missing } from '../../people/form'
import { Steps } from '../../people/steps'
import { useAct } from '../../people/use'

type Known = OutputOf<'shifts.my_profile'>['known']
const ME = '/shifts/pages/me/index'

/** Becoming a volunteer, in a minute: one page; in elder mode one question a screen. */
export default function Screen() {
  const from = useCall('shifts.my_profile', {})
  const state = from.data?.profile?.state
  const listed = state !== undefined && state !== 'left' && state !== 'declined'
  useEffect(() => {
    if (listed) void replace(ME)
  }, [listed])
  if (!from.data || listed)
    return (
      <Page title="当志愿者">
        <Loaded from={from} shape="form">
          {() => null}
        </Loaded>
      </Page>
    )
  return <Form known={from.data.known} />
}

/** What is known already needs no typing. */
const begun = ({ name, community = '', communityName = '' }: Known): JoinForm => ({
  ...EMPTY,
  ...{ name: name === '新邻居' ? '' : name, community, communityName },
})

function Form({ known }: { known: Known }) {
  const draft = useDraft<JoinForm>('shifts/join', begun(known))
  const elder = useElder()
  const [problem, setProblem] = useState<string>()
  const act = useAct(() => {})
  const form = draft.value
  const set = (more: Partial<JoinForm>) => draft.set(was => ({ ...was, ...more }))
  const save = async () => {
    const lacks = missing(form, known.born)
    setProblem(lacks)
    if (lacks) return
    const done = await act('shifts.register', inputOf(form))
    if (!done) return
    await draft.done()
    await refresh()
    await replace(ME)
  }
  if (!draft.ready) return <Page title="当志愿者">{null}</Page>
  if (elder) return <Steps known={known} form={form} set={set} onSave={save} problem={problem} />
  return (
    <Page
      title="当志愿者"
      heading="登记一下，一分钟"
      footer={
        <>
          {problem ? <Wrong>{problem}</Wrong> : null}
          <Button big kind="primary" onTap={save}>
            {known.given ? '登记好，去看有什么班' : '登记，请社区点头'}
          </Button>
        </>
      }
    >
      {known.given ? <Callout tone="ok">社区已经把您算作志愿者了，填好就能报名。</Callout> : null}
      <Card note={`手机号就用您登录的 ${known.phone}`}>
        <Box className="k-stack">
          <NameAsk form={form} set={set} />
          {known.born ? null : <BornAsk form={form} set={set} />}
        </Box>
      </Card>
      <PlaceAsk form={form} set={set} />
      <Card>
        <SkillsPick values={form.skills} onChange={skills => set({ skills })} />
      </Card>
      <Card>
        <TimesPick values={form.times} onChange={times => set({ times })} />
      </Card>
      <Card>
        <ContactAsk form={form} set={set} />
      </Card>
    </Page>
  )
}
