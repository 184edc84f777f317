/** Looking at a paper. */
import type { PaperShown } from '@domain/shifts/contract/volunteer'
import { useState } from 'react'
import { Button, Buttons, Callout, Field, Row, Rows, Sheet } from '@/ui'
import { PaperPhoto, PaperTag, sayNote } from './papers'
import type { Act } from './use'

/** A paper as the office looks at it: the photo, the dates, yes or no. */
export function CheckSheet({
  account,
  name,
  paper,
  act,
  onClose,
}: {
  account: string
  name: string
  paper: PaperShown
  act: Act
  onClose: () => void
}) {
  const [until, setUntil] = useState(paper.until ?? '')
  const [refusing, setRefusing] = useState(false)
  const [why, setWhy] = useState('')
  const dates = until ? { until } : {}
  const yes = () => act('shifts.confirm_paper', { account, paper: paper.id, ...dates }, `${name}的${paper.name}算数了`)
  const no = () => act('shifts.refuse_paper', { account, paper: paper.id, why: why.trim() }, '告诉他了')
  const confirmed = paper.state !== 'waiting' && paper.state !== 'refused'
  return (
    <Sheet
      title={`${name}的${paper.name}`}
      onClose={onClose}
      actions={
        refusing ? (
          <Button kind="danger" disabled={!why.trim()} onTap={no}>
            不算数，告诉他为什么
          </Button>
        ) : (
          <Buttons>
            <Button onTap={() => setRefusing(true)}>不算数</Button>
            <Button kind="primary" disabled={confirmed && until === (paper.until ?? '')} onTap={yes}>
              {confirmed ? '改到期日' : '看过了，算数'}
            </Button>
          </Buttons>
        )
      }
    >
      {paper.photo ? <PaperPhoto id={paper.photo} name={paper.name} /> : <Callout>没有照片，请让本人带来看一眼。</Callout>}
      <Rows>
        <Row title={sayNote(paper)} aside={<PaperTag paper={paper} />} />
      </Rows>
      {refusing ? (
        <Field label="为什么" hint="这句话会告诉本人" value={why} max={60} onChange={setWhy} placeholder="照片看不清、过期了" />
      ) : (
        <Field label="哪天到期" hint="照证上写的核对一下" kind="date" need={false} value={until} onChange={setUntil} />
      )}
    </Sheet>
  )
}
