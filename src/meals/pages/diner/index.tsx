import type { Pay, Texture } from '@domain/meals/contract'
import type { Diner, DinerForm } from '@domain/meals/contract/orders'
import { useState } from 'react'
import { back, useCall, useDeed, useDraft } from '@/platform'
import { Box, Button, Callout, Choice, Choices, Entries, Entry, Field, Loaded, Page, Skeleton, toast, useElder } from '@/ui'
import { useEater } from '../../eater'
import { useTable } from '../../table'
import { ALLERGENS, AVOIDED, formOf, said, withWord } from '../../taste'
import { Band, Known } from '../../whom'
import { PAYS, TEXTURES } from '../../words'
import '../../meals.scss'

interface Writing {
  form: DinerForm
  alert: string
}
type Part = 'allergens' | 'ingredients' | 'dislikes' | 'textures' | 'door' | 'pay'
const PARTS: Record<Part, string> = {
  allergens: '什么过敏',
  ingredients: '什么不吃',
  dislikes: '哪些菜不爱吃',
  textures: '软硬咸淡',
  door: '送饭时留意什么',
  pay: '怎么付钱',
}

/** What an eater must not or will not eat, how it is made, what to know at the door, how they pay. */
export default function DinerPage() {
  const eating = useEater()
  const { eater } = eating
  const { table } = useTable(eater)
  const from = useCall('meals.diner', eater ? { eater } : null, { keep: `meals/diner/${eater}` })
  return from.data ? (
    <Writings
      key={eater}
      eater={eater}
      diner={from.data}
      at={from.at}
      staff={eating.staff}
      band={<Band eating={eating} call={table?.eater.call} doing="记口味" />}
      onStale={from.retry}
    />
  ) : (
    <Page title="忌口和口味" heading="什么不能吃" at={from.at}>
      <Known eating={eating}>
        <Loaded from={from} shape="form">
          {() => null}
        </Loaded>
      </Known>
    </Page>
  )
}

interface WritingsProps {
  eater: string
  diner: Diner
  at?: number
  staff: boolean
  band: React.ReactNode
  onStale: () => void
}
function Writings({ eater, diner, at, staff, band, onStale }: WritingsProps) {
  const draft = useDraft<Writing | null>(`meals/diner/${eater}`, null)
  const [part, setPart] = useState<Part>()
  const [problem, setProblem] = useState('')
  const deed = useDeed()
  const elder = useElder()
  const value = draft.value ?? { form: formOf(diner), alert: diner.alert ?? '' }
  const change = (more: Partial<DinerForm>) => draft.set({ ...value, form: { ...value.form, ...more } })
  const save = async () => {
    const { note, doorNote, ...rest } = value.form
    const form = { ...rest, ...(note?.trim() ? { note: note.trim() } : {}), ...(doorNote?.trim() ? { doorNote: doorNote.trim() } : {}) }
    const did = await deed('meals.set_diner', { eater, version: diner.version, form, ...(staff ? { alert: value.alert } : {}) })
    if (!did) return
    if (!did.ok) {
      if (did.code === 'meals.changed_meanwhile') onStale()
      return setProblem(did.code === 'offline' ? '没有信号，还没记上。写的都在手机里，有信号了再点一次。' : did.problem)
    }
    await draft.done()
    toast('记下了，以后做饭会照着来')
    if (part) setPart(undefined)
    else await back()
  }
  const parts = { value, change, alert: staff ? (alert: string) => draft.set({ ...value, alert }) : undefined }
  if (elder && !part) return <ElderParts value={value} at={at} band={band} onPart={setPart} />
  return (
    <Page
      title="忌口和口味"
      heading={part ? PARTS[part] : '什么不能吃'}
      at={at}
      bar={draft.value && draft.saved ? '草稿已存' : undefined}
      onBack={part ? () => setPart(undefined) : undefined}
      footer={
        <>
          {problem ? (
            <Callout tone="bad" icon="alert" alert>
              {problem}
            </Callout>
          ) : null}
          <Button kind="primary" big onTap={save}>
            记下
          </Button>
        </>
      }
    >
      {band}
      {draft.ready ? (
        <Box className="k-stack m-order">
          {(Object.keys(PARTS) as Part[])
            .filter(one => !part || one === part)
            .map(one => (
              <Asked key={one} part={one} bare={Boolean(part)} {...parts} />
            ))}
        </Box>
      ) : (
        <Skeleton shape="form" />
      )}
    </Page>
  )
}

interface AskedProps {
  part: Part
  value: Writing
  change: (more: Partial<DinerForm>) => void
  alert?: (words: string) => void
  bare: boolean
}
function Asked({ part, value: { form, alert: warned }, change, alert, bare }: AskedProps) {
  if (part === 'allergens' || part === 'ingredients')
    return (
      <WordList
        label={PARTS[part]}
        more={part === 'allergens' ? '还对什么过敏' : '还有什么不吃'}
        hint={part === 'allergens' ? '哪怕一点点都不行的，每一样菜都会查' : undefined}
        bare={bare}
        common={part === 'allergens' ? ALLERGENS : AVOIDED}
        words={form[part]}
        onChange={words => change({ [part]: words })}
      />
    )
  if (part === 'dislikes')
    return (
      <WordList
        label={PARTS.dislikes}
        more="不爱吃哪道菜"
        bare={bare}
        common={[]}
        words={form.dislikes}
        onChange={dislikes => change({ dislikes })}
      />
    )
  if (part === 'textures')
    return (
      <Choices
        label={PARTS.textures}
        bare={bare}
        columns={3}
        options={(Object.keys(TEXTURES) as Texture[]).map(texture => ({ value: texture, label: TEXTURES[texture] }))}
        values={form.textures}
        onChange={textures => change({ textures })}
      />
    )
  if (part === 'door')
    return (
      <>
        <Field
          label="送饭的人要知道什么"
          need={false}
          max={100}
          placeholder="门铃坏了，敲门；耳朵背，多等一会儿"
          value={form.doorNote ?? ''}
          onChange={doorNote => change({ doorNote })}
        />
        <Field
          label="还要告诉厨房什么"
          need={false}
          kind="area"
          rows={2}
          max={200}
          value={form.note ?? ''}
          onChange={note => change({ note })}
        />
        {alert ? <Field label="工作人员提醒" hint="厨房和送饭的人看得到" need={false} max={100} value={warned} onChange={alert} /> : null}
      </>
    )
  return (
    <Choice
      label={PARTS.pay}
      bare={bare}
      columns={3}
      options={(Object.keys(PAYS) as Pay[]).map(pay => ({ value: pay, label: PAYS[pay] }))}
      value={form.pay}
      onChange={pay => change({ pay })}
    />
  )
}

interface WordListProps {
  label: string
  /** The label of what is written in. */
  more: string
  hint?: string
  bare: boolean
  common: readonly string[]
  words: readonly string[]
  onChange: (words: string[]) => void
}
/** Words chosen by a tap, and others written in. */
function WordList({ label, more, hint, bare, common, words, onChange }: WordListProps) {
  const [typed, setTyped] = useState('')
  const all = [...new Set([...common, ...words])]
  const add = () => {
    onChange(withWord(words, typed))
    setTyped('')
  }
  return (
    <Box className="k-field">
      {all.length ? (
        <Choices
          label={label}
          hint={hint}
          bare={bare}
          columns={3}
          options={all.map(word => ({ value: word, label: word }))}
          values={words}
          onChange={onChange}
        />
      ) : null}
      <Box className="m-add">
        <Field label={more} need={false} value={typed} max={40} onChange={setTyped} onEnter={add} />
        <Button disabled={!typed.trim()} onTap={add}>
          加上
        </Button>
      </Box>
    </Box>
  )
}

/** Elder mode: what is written down, part by part; each opens its one question. */
function ElderParts({
  value: { form },
  at,
  band,
  onPart,
}: {
  value: Writing
  at?: number
  band: React.ReactNode
  onPart: (part: Part) => void
}) {
  const notes: Record<Part, string> = {
    allergens: said(form.allergens),
    ingredients: said(form.ingredients),
    dislikes: said(form.dislikes),
    textures: said(
      form.textures.map(texture => TEXTURES[texture]),
      '都行',
    ),
    door: form.doorNote || form.note || '没有',
    pay: PAYS[form.pay],
  }
  return (
    <Page title="忌口和口味" heading="什么不能吃" at={at}>
      {band}
      <Entries>
        {(Object.keys(PARTS) as Part[]).map(part => (
          <Entry key={part} title={PARTS[part]} note={notes[part]} onTap={() => onPart(part)} />
        ))}
      </Entries>
    </Page>
  )
}
