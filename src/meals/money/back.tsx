/** What was topped up on the phone goes back the way it came: no cash, no receipt, a word why. */
import type { OutputOf } from '@domain'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { Button, Field, Row, Rows, Sheet, sayDay, Wrong } from '@/ui'
import { fenOf, yuanOf } from '../kitchens/yuan'

type Account = OutputOf<'meals.account'>
type TopUp = Account['back'][number]

interface BackProps {
  account: Account
  kitchen: string
  onDone: (words: string) => void
}

/** Top-ups of this kitchen, each with what of it is left. Nothing where there are none. */
export function GiveBack({ account, kitchen, onDone }: BackProps) {
  const [chosen, setChosen] = useState<TopUp>()
  const mine = account.back.filter(one => one.kitchen === kitchen)
  if (mine.length === 0 || account.balance === 0) return null
  return (
    <>
      <Rows title="微信充的，退回微信">
        {mine.map(one => (
          <Row
            key={one.payment}
            icon="undo"
            title={`还能退 ${yuan(Math.min(one.fen, account.balance))}`}
            note={`${sayDay(one.day, account.today)}充的`}
            onTap={() => setChosen(one)}
          />
        ))}
      </Rows>
      {chosen ? <Giving account={account} topUp={chosen} onDone={onDone} onClose={() => setChosen(undefined)} /> : null}
    </>
  )
}

interface GivingProps extends Omit<BackProps, 'kitchen'> {
  topUp: TopUp
  onClose: () => void
}
function Giving({ account, topUp, onDone, onClose }: GivingProps) {
  const write = useWrite('meals.refund_online')
  const most = Math.min(topUp.fen, account.balance)
  const [typed, setTyped] = useState(yuanOf(most))
  const [why, setWhy] = useState('')
  const fen = fenOf(typed) ?? 0
  const save = async () => {
    const { payment, kitchen } = topUp
    if (await write.run({ kitchen, payment, fen, why: why.trim() })) onDone(`${yuan(fen)} 退回${account.eater.call}的微信，几分钟就到`)
  }
  const ready = fen > 0 && why.trim() !== ''
  return (
    <Sheet
      title={`退回${account.eater.call}的微信`}
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!ready} busy={write.busy} onTap={save}>
          {ready ? `退回 ${yuan(fen)}` : fen > 0 ? '先写一句为什么' : '先说多少钱'}
        </Button>
      }
    >
      <Field label="退多少，元" kind="number" hint={`最多 ${yuan(most)}`} value={typed} onChange={setTyped} max={7} />
      <Field label="为什么退" hint="比如：搬走了" value={why} onChange={setWhy} max={80} />
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}
