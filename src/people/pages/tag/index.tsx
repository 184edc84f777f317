import type { TagKind } from '@domain/people/contract'
import { useState } from 'react'
import { codeOf, kindOf, MEAL_OPTIONS, NEAR, NEW, READERS, STEPS, stepOf, type Written, written, wrong } from '@/people/kinds'
import { back, useCall, useDraft, useQuery, useWrite } from '@/platform'
import { Button, Card, Choice, Choices, Empty, Field, Loaded, Page, Skeleton, toast, Wrong } from '@/ui'

/** Adds a tag; with `?code=` changes one. */
export default function Screen() {
  const { code } = useQuery()
  const kinds = useCall('people.tag_kinds', code ? {} : null, { keep: 'tag_kinds' })
  const kind = kinds.data?.find(one => one.code === code)
  if (!code) return <Form key="new" />
  if (kind) return <Form key={code} kind={kind} />
  return (
    <Page title="改标签">
      <Loaded from={kinds} shape="form">
        {() => <Empty title="没有这个标签" words="它可能已经改成要保密的，只有网格员和社区看得到。" />}
      </Loaded>
    </Page>
  )
}

type Kept = ReturnType<typeof useDraft<Written>>

function Form({ kind }: { kind?: TagKind }) {
  const draft = useDraft<Written>(`tag/${kind?.code ?? 'new'}`, kind ? written(kind) : NEW)
  const write = useWrite('people.define_tag')
  const [tried, setTried] = useState(false)
  const title = kind ? `改“${kind.name}”` : '加一个标签'
  if (!draft.ready)
    return (
      <Page title={title}>
        <Skeleton shape="form" />
      </Page>
    )
  const wrongs = tried ? wrong(draft.value) : {}
  const save = async () => {
    setTried(true)
    if (Object.keys(wrong(draft.value)).length) return
    if (!(await write.run({ tag: kindOf(draft.value, kind?.code ?? codeOf(draft.id)) }))) return
    await draft.done()
    toast(kind ? '改好了，多少天敲一次门跟着变' : '加好了，社区现在就能用')
    await back()
  }
  const at = write.at?.replace('tag.', '')
  return (
    <Page
      title={title}
      bar={draft.from ? '接着上次填的' : null}
      footer={
        <Button big kind="primary" busy={write.busy} onTap={save}>
          {kind ? '改好了' : '加上这个标签'}
        </Button>
      }
    >
      {kind ? <Card title="改了马上算数" note="有这个标签的人家，下次哪天敲门会重新算。已经敲过的不变。" /> : null}
      <Field
        label="叫什么"
        hint="两三个字，社区里一听就懂"
        max={12}
        value={draft.value.name}
        onChange={name => draft.set(was => ({ ...was, name }))}
        error={wrongs.name ?? (at === 'name' ? write.problem : undefined)}
      />
      <Visits draft={draft} wrongs={wrongs} />
      <Readers draft={draft} wrongs={wrongs} />
      <Choice
        label="吃饭价格按哪一类"
        columns={3}
        options={MEAL_OPTIONS}
        value={draft.value.meals}
        onChange={meals => draft.set(was => ({ ...was, meals }))}
      />
      {write.problem && at !== 'name' ? <Wrong>{write.problem}</Wrong> : null}
    </Page>
  )
}

interface Part {
  draft: Kept
  wrongs: ReturnType<typeof wrong>
}

const Visits = ({ draft, wrongs }: Part) => (
  <>
    <Field
      label="多少天敲一次门"
      hint="空着就不另定，一户至少半年一次"
      kind="number"
      need={false}
      max={3}
      value={draft.value.every}
      onChange={text => draft.set(was => ({ ...was, every: text.replace(/\D/g, '') }))}
      error={wrongs.every}
    />
    <Choice
      label="同一天到期，排在哪里"
      options={STEPS}
      value={stepOf(draft.value.weight)}
      onChange={step => draft.set(was => ({ ...was, weight: Number(step) }))}
    />
  </>
)

function Readers({ draft, wrongs }: Part) {
  const { sensitivity, see, set } = draft.value
  const among = sensitivity === 'sensitive' ? NEAR : READERS
  return (
    <>
      <Choice
        label="要不要保密"
        options={[
          { value: 'normal', label: '不用', note: '选中的都看得到' },
          { value: 'sensitive', label: '要保密', note: '只有网格员和社区看得到' },
        ]}
        value={sensitivity}
        onChange={value => draft.set(was => ({ ...was, sensitivity: value }))}
      />
      <Choices
        label="谁看得到"
        columns={3}
        options={among}
        values={see}
        onChange={values => draft.set(was => ({ ...was, see: values }))}
        error={wrongs.see}
      />
      <Choices
        label="谁来登记"
        options={NEAR}
        values={set}
        onChange={values => draft.set(was => ({ ...was, set: values }))}
        error={wrongs.set}
      />
    </>
  )
}
