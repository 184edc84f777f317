import { useState } from 'react'
import { useCall } from '@/platform'
import { ask, Box, Button, Card, Field, Loaded, Row, Rows, Sheet } from '@/ui'
import { useAct } from './act'

/** Who goes together: asked once by phone, said yes to once; then either signs both up. */
export function Together({ onClose }: { onClose: () => void }) {
  const from = useCall('shifts.companions', {})
  const [phone, setPhone] = useState('')
  const [wrong, setWrong] = useState('')
  const act = useAct(from.retry)
  const invite = async () => {
    if (!/^1[3-9]\d{9}$/.test(phone)) return setWrong('手机号是 1 开头的 11 位数字')
    setWrong('')
    if (await act('shifts.ask_companion', { phone }, '问了，对方在“我的班”里答应就行')) setPhone('')
  }
  const part = async (account: string, name: string) => {
    if (await ask({ title: `以后不和${name}一起报了吗`, yes: '不一起了' }))
      await act('shifts.answer_companion', { account, yes: false }, '好，各报各的')
  }
  return (
    <Sheet title="和谁一起去" onClose={onClose}>
      <Box className="k-stack">
        <Loaded from={from} empty={<Box className="k-note">老两口、老姐妹约好一次，以后谁报都能带上对方。</Box>}>
          {({ items }) => (
            <Rows>
              {items.map(({ account, name }) => (
                <Row key={account} icon="people" title={name} note="约好了，点一下可以解除" onTap={() => part(account, name)} />
              ))}
            </Rows>
          )}
        </Loaded>
        <Field
          label="对方的手机号"
          kind="tel"
          max={11}
          value={phone}
          onChange={setPhone}
          error={wrong}
          hint="对方也要是志愿者，要他自己答应"
        />
        <Button kind="primary" onTap={invite}>
          问问一起去不
        </Button>
      </Box>
    </Sheet>
  )
}

/** Somebody asked to go together: on top, with yes and no. */
export function AsksMe() {
  const from = useCall('shifts.companions', {})
  const act = useAct(from.retry)
  const asking = from.data?.items.filter(one => one.state === 'asks_me') ?? []
  return (
    <Box className="k-stack">
      {asking.map(({ account, name }) => (
        <Card key={account} title={`${name}想和您一起报名`} note="答应了，以后谁报都能带上对方。">
          <Button kind="primary" onTap={() => act('shifts.answer_companion', { account, yes: true }, '约好了')}>
            答应
          </Button>
          <Button kind="quiet" onTap={() => act('shifts.answer_companion', { account, yes: false }, '好，各报各的')}>
            不用了
          </Button>
        </Card>
      ))}
    </Box>
  )
}
