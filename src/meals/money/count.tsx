/** Counting the till at the end of the day. */
import type { Till } from '@domain/meals/contract/money'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { useWrite } from '@/platform'
import { Box, Button, Callout, Card, Field, Page, Words, Wrong } from '@/ui'
import { fenOf } from '../kitchens/yuan'

export function Count({ till, onBack, onDone }: { till: Till; onBack: () => void; onDone: (words: string) => void }) {
  const close = useWrite('meals.close_till')
  const [typed, setTyped] = useState('')
  const [why, setWhy] = useState('')
  const counted = typed.trim() ? fenOf(typed) : undefined
  const off = counted === undefined ? 0 : counted - till.expected
  const save = async () => {
    if (counted === undefined) return
    const input = { kitchen: till.kitchen, expected: till.expected, counted, ...(why.trim() ? { why: why.trim() } : {}) }
    if (await close.run(input)) onDone(`今天结好了，交 ${yuan(counted)}`)
  }
  const lacks = counted === undefined || (off !== 0 && !why.trim())
  return (
    <Page
      title="数钱结账"
      heading="数一数钱箱里的现金"
      onBack={onBack}
      footer={
        <>
          {close.problem ? <Wrong>{close.problem}</Wrong> : null}
          <Button big kind="primary" disabled={lacks} busy={close.busy} onTap={save}>
            {counted === undefined ? '先写数出来多少' : `结账，交 ${yuan(counted)}`}
          </Button>
        </>
      }
    >
      <Card>
        <Box className="m-difference">
          <Words className="k-soft">账上应该有</Words>
          <Words className="k-strong">{yuan(till.expected)}</Words>
        </Box>
      </Card>
      <Field label="数出来多少，元" kind="number" value={typed} onChange={setTyped} max={7} />
      {counted !== undefined ? <Difference off={off} /> : null}
      {counted !== undefined && off !== 0 ? (
        <Field label="为什么对不上" hint="比如：找错了钱；想不起来就写“不知道”" value={why} onChange={setWhy} max={200} kind="area" />
      ) : null}
      <Box className="k-note">一天结一次。结完以后收的钱，算明天的。</Box>
    </Page>
  )
}

export const offWords = (off: number) => (off === 0 ? '正好' : off > 0 ? `多 ${yuan(off)}` : `少 ${yuan(-off)}`)
const Difference = ({ off }: { off: number }) => (
  <Callout tone={off === 0 ? 'ok' : 'warn'} icon={off === 0 ? 'done' : 'warn'}>
    {off === 0 ? '正好，一分不差' : `${offWords(off)}，请写一句为什么`}
  </Callout>
)
