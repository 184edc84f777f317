import type { Kitchen } from '@domain/meals/contract/kitchens'
import type { DonationForm, Goods } from '@domain/meals/contract/table'
import { GIVEN_UNITS } from '@domain/meals/gifts'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { Button, Choice, Field, Sheet, Switch, toast, Wrong } from '@/ui'
import { WhichKitchen } from '../kitchens/which'

type What = 'money' | 'goods'
const WHATS: { value: What; label: string }[] = [
  { value: 'goods', label: '东西' },
  { value: 'money', label: '钱' },
]
const UNITS = (Object.keys(GIVEN_UNITS) as Goods['unit'][]).map(value => ({ value, label: GIVEN_UNITS[value].words }))
/** 元 as typed, to 分; undefined when it is no amount. */
const fenOf = (text: string) => (/^\d{1,5}(\.\d{1,2})?$/.test(text.trim()) ? Math.round(Number(text) * 100) : undefined)

interface Draft {
  what: What
  who: string
  anonymous: boolean
  yuan: string
  item: string
  quantity: string
  unit: Goods['unit']
  expiry: string
  thanks: string
}
const NEW: Draft = { what: 'goods', who: '', anonymous: false, yuan: '', item: '', quantity: '', unit: 'jin', expiry: '', thanks: '' }
type Wrongs = Partial<Record<'yuan' | 'item' | 'quantity' | 'who', string>>

function wrongIn({ what, yuan, item, quantity, who, anonymous }: Draft): Wrongs {
  const much = Number(quantity)
  return {
    ...(anonymous || who.trim() ? {} : { who: '写上谁捐的，或者点不留名字' }),
    ...(what === 'money' && !fenOf(yuan) ? { yuan: '写上多少元，最多两位小数' } : {}),
    ...(what === 'goods' && !item.trim() ? { item: '写上是什么' } : {}),
    ...(what === 'goods' && !(much >= 0.01 && much <= 100_000) ? { quantity: '写上有多少' } : {}),
  }
}

const formOf = (
  kitchen: string,
  day: string,
  { what, yuan, item, quantity, unit, expiry, who, anonymous, thanks }: Draft,
): DonationForm => ({
  ...{ kitchen, day },
  ...(anonymous ? {} : { who: who.trim() }),
  ...(what === 'money'
    ? { money: fenOf(yuan) }
    : { goods: { item: item.trim(), quantity: Number(quantity), unit, ...(expiry ? { expiry } : {}) } }),
  ...(thanks.trim() ? { thanks: thanks.trim() } : {}),
})

/** Writes a donation down, on the day it came. */
export function GiftEdit({
  kitchens,
  today,
  onClose,
  onDone,
}: {
  kitchens: Kitchen[]
  today: string
  onClose: () => void
  onDone: () => void
}) {
  const [draft, setDraft] = useState(NEW)
  const [kitchen, setKitchen] = useState(kitchens[0].id)
  const [tried, setTried] = useState(false)
  const write = useWrite('meals.donate')
  const set = (more: Partial<Draft>) => setDraft(was => ({ ...was, ...more }))
  const wrong = tried ? wrongIn(draft) : {}
  const save = async () => {
    setTried(true)
    if (Object.keys(wrongIn(draft)).length || !(await write.run({ form: formOf(kitchen, today, draft) }))) return
    toast(draft.what === 'money' ? '记下了，钱在账上' : '记下了，东西在库存里')
    onDone()
  }
  return (
    <Sheet
      title="记一笔捐赠"
      onClose={onClose}
      actions={
        <Button kind="primary" big busy={write.busy} onTap={save}>
          记下
        </Button>
      }
    >
      <WhichKitchen kitchens={kitchens} value={kitchen} onChange={setKitchen} />
      <Choice label="捐的是什么" columns={2} options={WHATS} value={draft.what} onChange={what => set({ what })} />
      {draft.what === 'money' ? (
        <Field kind="number" label="多少元" value={draft.yuan} onChange={yuan => set({ yuan })} error={wrong.yuan} />
      ) : (
        <Things draft={draft} set={set} wrong={wrong} today={today} />
      )}
      {draft.anonymous ? null : <Field label="谁捐的" max={40} value={draft.who} onChange={who => set({ who })} error={wrong.who} />}
      <Switch label="不留名字" note="感谢榜上写“一位好心人”" on={draft.anonymous} onChange={anonymous => set({ anonymous })} />
      <Field label="感谢的话" need={false} max={100} value={draft.thanks} onChange={thanks => set({ thanks })} />
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}

const Things = ({ draft, set, wrong, today }: { draft: Draft; set: (more: Partial<Draft>) => void; wrong: Wrongs; today: string }) => (
  <>
    <Field label="什么东西" max={20} value={draft.item} onChange={item => set({ item })} error={wrong.item} placeholder="大米" />
    <Field kind="number" label="多少" value={draft.quantity} onChange={quantity => set({ quantity })} error={wrong.quantity} />
    <Choice label="按什么算" columns={3} options={UNITS} value={draft.unit} onChange={unit => set({ unit })} />
    <Field kind="date" label="哪天到期" need={false} from={today} value={draft.expiry} onChange={expiry => set({ expiry })} />
  </>
)
