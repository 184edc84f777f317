import type { Unit } from '@domain/meals/contract'
import type { Kitchen } from '@domain/meals/contract/kitchens'
import type { Wanted } from '@domain/meals/contract/larder'
import { useState } from 'react'
import { call, sentence, takePhoto, upload, useDraft, useMe, useWrite } from '@/platform'
import { Box, Button, Buttons, Card, Choice, dayOf, Field, Page, Sheet, Skeleton, toast, Wrong } from '@/ui'
import { BUYING, itemOf, type TypedItem, totalOf, typedOf, wrongItem } from './trip'
import { yuan } from './words'

interface Typed {
  items: TypedItem[]
  buyer: string
  shop: string
  receipt: string
}
interface Props {
  kitchen: Kitchen
  wanted: Wanted[]
  onClose: () => void
  onDone: () => Promise<void>
}

/** What was bought, how much and for how much; saved, it is in stock. */
export function Trip({ kitchen, wanted, onClose, onDone }: Props) {
  const me = useMe()
  const draft = useDraft<Typed>(`trip/${kitchen.id}`, { items: wanted.map(typedOf), buyer: me.name, shop: '', receipt: '' })
  const write = useWrite('meals.buy')
  const [problem, setProblem] = useState<string>()
  const [adding, setAdding] = useState(false)
  const { items, buyer, shop, receipt } = draft.value
  const set = (more: Partial<Typed>) => draft.set(was => ({ ...was, ...more }))
  const save = async () => {
    const wrong = items.map(wrongItem).find(Boolean) ?? (buyer.trim() ? undefined : '请写是谁去买的')
    setProblem(wrong)
    if (wrong) return
    const form = {
      ...{ day: me.day || dayOf(Date.now()), buyer: buyer.trim(), items: items.map(itemOf) },
      ...(shop.trim() ? { shop: shop.trim() } : {}),
      ...(receipt ? { receipt } : {}),
    }
    if (!(await write.run({ kitchen: kitchen.id, form }))) return
    await draft.done()
    toast(`记好了，一共 ${yuan(totalOf(items))}，已经进库存`)
    await onDone()
  }
  if (!draft.ready)
    return (
      <Page title="记一趟采买" onBack={onClose}>
        <Skeleton shape="form" />
      </Page>
    )
  return (
    <Page
      title="记一趟采买"
      heading={`一共 ${yuan(totalOf(items))}`}
      aside={`${items.length} 样`}
      onBack={onClose}
      bar={draft.from ? '接着上次记的' : null}
      footer={
        <>
          {(problem ?? write.problem) ? <Wrong>{problem ?? write.problem ?? ''}</Wrong> : null}
          <Button big kind="primary" busy={write.busy} disabled={items.length === 0} onTap={save}>
            记下，放进库存
          </Button>
        </>
      }
    >
      {items.map((item, at) => (
        <Item
          key={item.ingredient + item.unit}
          item={item}
          onChange={next => set({ items: items.map((one, n) => (n === at ? next : one)) })}
          onRemove={() => set({ items: items.filter((_, n) => n !== at) })}
        />
      ))}
      <Button kind="soft" icon="plus" onTap={() => setAdding(true)}>
        还买了一样
      </Button>
      <Field label="谁去买的" value={buyer} max={20} onChange={value => set({ buyer: value })} />
      <Field label="在哪买的" need={false} value={shop} max={40} onChange={value => set({ shop: value })} />
      <Receipt division={kitchen.community} id={receipt} onChange={id => set({ receipt: id })} />
      {adding ? (
        <Another
          known={items}
          onClose={() => setAdding(false)}
          onAdd={(ingredient, unit) => {
            set({ items: [...items, { ingredient, unit, amount: '', cost: '', expires: '' }] })
            setAdding(false)
          }}
        />
      ) : null}
    </Page>
  )
}

const Item = ({ item, onChange, onRemove }: { item: TypedItem; onChange: (item: TypedItem) => void; onRemove: () => void }) => (
  <Card title={item.ingredient}>
    <Box className="d-item">
      <Field
        label={`多少${BUYING[item.unit].word}`}
        kind="number"
        value={item.amount}
        max={8}
        onChange={amount => onChange({ ...item, amount })}
      />
      <Field label="花了多少元" kind="number" value={item.cost} max={8} onChange={cost => onChange({ ...item, cost })} />
      <Field label="哪天到期" need={false} kind="date" value={item.expires} onChange={expires => onChange({ ...item, expires })} />
    </Box>
    <Button kind="quiet" icon="bin" label={`没买${item.ingredient}`} onTap={onRemove}>
      没买这样
    </Button>
  </Card>
)

export const UNIT_CHOICES: { value: Unit; label: string }[] = [
  { value: 'g', label: '论斤两' },
  { value: 'ml', label: '论升' },
  { value: 'piece', label: '论个' },
]

function Another({ known, onAdd, onClose }: { known: TypedItem[]; onAdd: (ingredient: string, unit: Unit) => void; onClose: () => void }) {
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<Unit>('g')
  const taken = known.some(one => one.ingredient === name.trim() && one.unit === unit)
  return (
    <Sheet
      title="还买了什么"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!name.trim() || taken} onTap={() => onAdd(name.trim(), unit)}>
          加上
        </Button>
      }
    >
      <Field label="买的是什么" value={name} max={20} onChange={setName} error={taken ? '上面已经有了' : undefined} />
      <Choice label="怎么算" columns={3} options={UNIT_CHOICES} value={unit} onChange={setUnit} />
    </Sheet>
  )
}

/** The receipt's photo travels at once, so that saving needs only its id. */
function Receipt({ division, id, onChange }: { division: string; id: string; onChange: (id: string) => void }) {
  const take = async () => {
    try {
      const photo = await takePhoto()
      if (!photo) return
      await upload(photo.id, photo.base64)
      await call('files.file', { file: photo.id, division, kind: 'photo', name: '采买小票.jpg' })
      onChange(photo.id)
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  return (
    <Buttons>
      <Button icon="camera" onTap={take}>
        {id ? '小票拍好了，重拍一张' : '拍小票'}
      </Button>
    </Buttons>
  )
}
