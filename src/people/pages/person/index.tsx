import type { Resident } from '@domain/people/contract'
import { useState } from 'react'
import { useCorrection } from '@/people/correction'
import { BLANK, changesOf, formOf, type Typed, told, typedOf, type Wrongs, wrongs } from '@/people/personform'
import { HERE, HOUSEHOLD_PAGE, RELATIONS, SEX } from '@/people/words'
import { back, replace, useCall, useDraft, useMe, useQuery, useWrite, type Write } from '@/platform'
import { ask, Button, Choice, Field, Loaded, Page, Para, Rows, Skeleton, Switch, sayDay, toast, Wrong } from '@/ui'

/** `?household=` adds a person there; with `&id=` it corrects one. */
export default function Screen() {
  const { household = '', id } = useQuery()
  const home = useCall('people.household', household ? { household } : null)
  if (!id) return <Add household={household} label={home.data?.label} first={home.data?.residents.length === 0} />
  const resident = home.data?.residents.find(one => one.id === id)
  if (!resident)
    return (
      <Page title="改资料">
        <Loaded from={home} shape="form">
          {() => <Wrong>这位住户已经不在这一户了</Wrong>}
        </Loaded>
      </Page>
    )
  return <Correct key={resident.id} resident={resident} label={home.data?.label} onAgain={home.retry} />
}

function Add({ household, label, first }: { household: string; label?: string; first?: boolean }) {
  const draft = useDraft<Typed>(`person/new/${household}`, BLANK)
  const [tried, setTried] = useState(false)
  const add = useWrite('people.add_resident')
  const typed = first && !draft.value.relation ? { ...draft.value, relation: '户主' } : draft.value
  const wrong = wrongs(typed)
  const save = async (more: boolean) => {
    setTried(true)
    if (Object.keys(wrong).length > 0) return
    if (!(await add.run({ household, person: formOf(typed) }))) return
    await draft.done()
    setTried(false)
    toast(`${typed.name} 登记好了`)
    if (!more) await replace(HOUSEHOLD_PAGE, { id: household })
  }
  return (
    <Page
      title="添一个人"
      heading={label}
      bar={draft.from ? '接着上次填的' : null}
      footer={
        <>
          <Button big kind="primary" busy={add.busy} onTap={() => save(false)}>
            登记
          </Button>
          <Button disabled={add.busy} onTap={() => save(true)}>
            登记，再添一个
          </Button>
        </>
      }
    >
      {draft.ready ? <Form typed={typed} onChange={draft.set} wrong={tried ? wrong : {}} write={add} /> : <Skeleton shape="form" />}
    </Page>
  )
}

function Correct({ resident, label, onAgain }: { resident: Resident; label?: string; onAgain: () => void }) {
  const was = typedOf(resident)
  const draft = useCorrection<Typed>(`person/${resident.id}`, was)
  const [tried, setTried] = useState(false)
  const correct = useWrite('people.correct_resident')
  const wrong = wrongs(draft.typed)
  const person = changesOf(draft.typed, was)
  const again = () => {
    correct.clear()
    onAgain()
  }
  const save = async () => {
    setTried(true)
    if (Object.keys(wrong).length > 0) return
    if (Object.keys(person).length === 0) return back()
    if (!(await correct.run({ resident: resident.id, version: resident.version, person }))) return
    await draft.done()
    toast('改好了')
    await back()
  }
  const leave = async () => {
    if (Object.keys(person).length > 0 && !(await ask({ title: '改的还没存', words: '填的先替您留着，下次接着改。', yes: '先走' }))) return
    await back()
  }
  return (
    <Page
      title="改资料"
      heading={label}
      bar={draft.kept ? '接着上次填的' : null}
      onBack={leave}
      footer={
        correct.code === 'people.changed_meanwhile' ? (
          <Button big kind="primary" icon="refresh" onTap={again}>
            看现在的内容
          </Button>
        ) : (
          <Button big kind="primary" busy={correct.busy} onTap={save}>
            改成这样
          </Button>
        )
      }
    >
      {draft.ready ? (
        <Form typed={draft.typed} onChange={draft.set} wrong={tried ? wrong : {}} write={correct} resident={resident} />
      ) : (
        <Skeleton shape="form" />
      )}
    </Page>
  )
}

interface FormProps {
  typed: Typed
  onChange: (next: (was: Typed) => Typed) => void
  wrong: Wrongs
  write: Pick<Write<'people.add_resident'>, 'problem' | 'at'>
  /** Who is corrected; absent for somebody new. */
  resident?: Resident
}

function Form({ typed, onChange, wrong, write, resident }: FormProps) {
  const { day } = useMe()
  const put =
    <F extends keyof Typed>(field: F) =>
    (value: Typed[F]) =>
      onChange(was => ({ ...was, relation: typed.relation, [field]: value }))
  const at = (field: string) => (write.at === `person.${field}` ? write.problem : undefined)
  const read = told(typed)
  const relations = [...new Set([...RELATIONS, ...(typed.relation ? [typed.relation] : [])])]
  return (
    <>
      <Field label="姓名" value={typed.name} onChange={put('name')} max={50} error={wrong.name ?? at('name')} />
      <Choice
        label="和户主的关系"
        columns={3}
        options={relations.map(value => ({ value, label: value }))}
        value={typed.relation}
        onChange={put('relation')}
      />
      <Field
        label={resident?.hasIdNumber ? '换身份证号' : '身份证号'}
        hint={resident?.hasIdNumber ? '已经登记过，不改就空着' : '填了就不用再填性别和生日'}
        kind="idNumber"
        need={false}
        value={typed.idNumber}
        onChange={put('idNumber')}
        error={wrong.idNumber ?? at('idNumber')}
      />
      {read ? (
        <Para className="k-text">
          {sayDay(read.born, day).replace(/ 周.$/, '')}生，{read.sex === 'male' ? '男' : '女'}
        </Para>
      ) : (
        <>
          <Choice label="性别" options={SEX} value={typed.sex || null} onChange={put('sex')} />
          <Field
            label="出生日期"
            kind="date"
            need={false}
            value={typed.born}
            from="1900-01-01"
            until={day}
            onChange={put('born')}
            error={at('born')}
          />
        </>
      )}
      <Field
        label={resident?.phones.length ? '换电话' : '电话'}
        hint={resident?.phones.length ? `现在是 ${resident.phones.join('、')}，不改就空着；要改就把新的都写上` : '两个号码中间空一格'}
        kind="text"
        need={false}
        value={typed.phones}
        onChange={put('phones')}
        error={wrong.phones ?? at('phones')}
      />
      {resident?.phones.length && !typed.phones ? (
        <Rows>
          <Switch label="原来的电话都不用了" on={typed.noPhones} onChange={put('noPhones')} />
        </Rows>
      ) : null}
      <Choice label="住在这里吗" columns={1} options={HERE} value={typed.living} onChange={put('living')} />
      <Field label="备注" kind="area" need={false} value={typed.note} onChange={put('note')} max={300} hint="比如 耳朵背，敲门要用力" />
      {write.problem && !write.at ? <Wrong>{write.problem}</Wrong> : null}
    </>
  )
}
