/** Topping up on the phone, where it is set up. */
import { yuan } from '@domain/meals/money'
import { useEffect, useState } from 'react'
import { payInWechat, useCall, useWrite } from '@/platform'
import { Box, Button, Callout, Choice, Code, Sheet, Wrong } from '@/ui'

const AMOUNTS = [5000, 10_000, 20_000]
/** How often the server is asked whether the money has come. */
const EVERY = 2000

export function TopUp({ eater, kitchens, onPaid }: { eater: string; kitchens: { kitchen: string; name: string }[]; onPaid: () => void }) {
  const begin = useWrite('meals.pay_online')
  const [payment, setPayment] = useState<string>()
  const [kitchen, setKitchen] = useState(kitchens[0].kitchen)
  const pay = async (fen: number) => setPayment((await begin.run({ eater, kitchen, fen }))?.id)
  return (
    <Box className="k-stack">
      {kitchens.length > 1 ? (
        <Choice
          label="充到哪个厨房"
          options={kitchens.map(one => ({ value: one.kitchen, label: one.name }))}
          value={kitchen}
          onChange={setKitchen}
        />
      ) : null}
      {begin.problem ? <Wrong>{begin.problem}</Wrong> : null}
      <Box className="k-buttons">
        {AMOUNTS.map(fen => (
          <Button key={fen} onTap={() => pay(fen)}>{`充 ${yuan(fen)}`}</Button>
        ))}
      </Box>
      {payment ? <Paying eater={eater} payment={payment} onClose={() => setPayment(undefined)} onPaid={onPaid} /> : null}
    </Box>
  )
}

function Paying({ eater, payment, onClose, onPaid }: { eater: string; payment: string; onClose: () => void; onPaid: () => void }) {
  const { data, retry, problem } = useCall('meals.pay_ready', { eater, payment })
  const ready = data?.ready
  useEffect(() => {
    if (ready?.kind === 'wechat') void payInWechat(ready)
  }, [ready])
  useEffect(() => {
    if (data?.paid) return onPaid()
    const timer = setTimeout(retry, EVERY)
    return () => clearTimeout(timer)
  }, [data, retry, onPaid])
  return (
    <Sheet title={data?.paid ? '充好了' : '用微信付款'} onClose={onClose}>
      {problem ? <Wrong>{problem}</Wrong> : null}
      {data?.paid ? (
        <Callout tone="ok" icon="done" alert>
          钱已经到饭卡里了
        </Callout>
      ) : null}
      {!data?.paid && ready?.kind === 'code' ? (
        <Box className="k-stack">
          <Code text={ready.url} label="微信付款码" />
          <Box className="k-text">用微信扫一扫，付了钱这里会自己变。</Box>
        </Box>
      ) : null}
    </Sheet>
  )
}
