/** Calling somebody, and seeing a whole number: each with a reason that is written down. A number is covered again after half a minute. */
import type { Resident } from '@domain/people/contract'
import { useDidHide } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { dial, useWrite } from '@/platform'
import { Box, Button, Card, Choice, Field, Para, Row, Rows, Sheet, Words, Wrong } from '@/ui'

const SHOWN = 30

const CALLS = ['约个时间敲门', '问问怎么样', '告诉一件事', '有急事'] as const
const LOOKS = ['核对台账', '帮着办事', '电话打不通', '有急事'] as const

type Covered = 'phones' | 'idNumber'

export function Numbers({ who }: { who: Resident }) {
  const [calling, setCalling] = useState(false)
  const [looking, setLooking] = useState<Covered>()
  return (
    <>
      {who.phones.length ? (
        <Button big kind="soft" icon="phone" onTap={() => setCalling(true)}>
          打电话
        </Button>
      ) : null}
      <Rows title="号码">
        <Row
          icon="phone"
          title={who.phones.length ? who.phones.join('、') : '没登记电话'}
          aside={who.phones.length ? '看全' : null}
          onTap={who.phones.length ? () => setLooking('phones') : undefined}
        />
        <Row
          icon="card"
          title={who.hasIdNumber ? '身份证号 已登记' : '没登记身份证号'}
          aside={who.hasIdNumber ? '看全' : null}
          onTap={who.hasIdNumber ? () => setLooking('idNumber') : undefined}
        />
      </Rows>
      {calling ? <Call who={who} onClose={() => setCalling(false)} /> : null}
      {looking ? <Look who={who} field={looking} onClose={() => setLooking(undefined)} /> : null}
    </>
  )
}

function Call({ who, onClose }: { who: Resident; onClose: () => void }) {
  const write = useWrite('people.dial')
  const call = async (task: string) => {
    const done = await write.run({ person: who.id, task })
    if (!done) return
    onClose()
    await dial(done.number)
  }
  return (
    <Sheet title={`给${who.name}打电话`} onClose={onClose}>
      <Para className="k-note">为什么打，会记下来。</Para>
      <Rows>
        {CALLS.map(task => (
          <Row key={task} icon="phone" title={task} onTap={() => call(task)} />
        ))}
      </Rows>
      {write.problem ? <Wrong>{write.problem}</Wrong> : null}
    </Sheet>
  )
}

/** Seconds left; 0 when covered. Leaving the page covers it at once. */
function useCover(shown: boolean, cover: () => void): number {
  const [left, setLeft] = useState(SHOWN)
  useDidHide(cover)
  useEffect(() => {
    if (!shown) return setLeft(SHOWN)
    const timer = setInterval(() => setLeft(was => was - 1), 1000)
    return () => clearInterval(timer)
  }, [shown])
  useEffect(() => {
    if (shown && left <= 0) cover()
  }, [shown, left, cover])
  return left
}

/** 138 0013 8000 is easier to read aloud; an ID number in 6, 8 and 4. */
const spaced = (value: string, field: Covered) =>
  field === 'phones'
    ? value.split('、').map(phone => phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3'))
    : [value.replace(/^(\d{6})(\d{8})(.{4})$/, '$1 $2 $3')]

function Look({ who, field, onClose }: { who: Resident; field: Covered; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [value, setValue] = useState<string>()
  const reveal = useWrite('people.reveal')
  const left = useCover(value !== undefined, onClose)
  const what = field === 'phones' ? '电话' : '身份证号'
  const show = async () => {
    const done = await reveal.run({ resident: who.id, field, reason: reason.trim() })
    if (done) setValue(done.value)
  }
  if (value !== undefined)
    return (
      <Sheet
        title={`${who.name} 的${what}`}
        onClose={onClose}
        actions={
          <Button big onTap={onClose}>
            看完了，盖上
          </Button>
        }
      >
        <Card>
          {spaced(value, field).map(line => (
            <Box key={line} className="k-h2">
              {line}
            </Box>
          ))}
        </Card>
        <Words className="k-note">{left} 秒后自己盖上</Words>
      </Sheet>
    )
  return (
    <Sheet
      title={`看${who.name} 的${what}`}
      onClose={onClose}
      actions={
        <Button big kind="primary" icon="eye" disabled={!reason.trim()} busy={reveal.busy} onTap={show}>
          {`看 ${SHOWN} 秒`}
        </Button>
      }
    >
      <Para className="k-note">谁看了、为什么看，都会记下来。</Para>
      <Choice
        label="为什么看"
        options={LOOKS.map(one => ({ value: one, label: one }))}
        value={LOOKS.find(one => one === reason)}
        onChange={setReason}
      />
      <Field label="或者自己写" need={false} value={reason} onChange={setReason} max={100} />
      {reveal.problem ? <Wrong>{reveal.problem}</Wrong> : null}
    </Sheet>
  )
}
