/** Issuing a certificate: over which days, and who is in charge. */
import { useState } from 'react'
import { useCall, useDeed, useMe } from '@/platform'
import { Box, Button, Field, Loaded, Sheet, toast, Wrong } from '@/ui'
import { toCertificate } from '../ways'

interface About {
  community: string
  account: string
  name: string
  from: string
  until: string
  ask?: string
  /** The one this takes the place of. */
  replaces?: string
}
interface Props {
  about: About
  onClose: () => void
  onDone: () => void
}

export function IssueForm(props: Props) {
  const issuer = useCall('shifts.issuer', { community: props.about.community })
  return (
    <Loaded from={issuer} shape="form">
      {({ manager }) => <Form {...props} known={manager} />}
    </Loaded>
  )
}

function Form({ about, known, onClose, onDone }: Props & { known: string }) {
  const me = useMe()
  const deed = useDeed()
  const { community, account, name, ask, replaces } = about
  const [from, setFrom] = useState(about.from)
  const [until, setUntil] = useState(about.until)
  const [manager, setManager] = useState(known || me.name)
  const [why, setWhy] = useState('')
  const [problem, setProblem] = useState('')
  const issue = async () => {
    const more = { ...(ask ? { ask } : {}), ...(replaces ? { replaces, why: why.trim() } : {}) }
    const done = await deed('shifts.issue_certificate', { community, account, from, until, manager: manager.trim(), ...more })
    if (!done) return
    if (!done.ok) return setProblem(done.problem)
    toast(`${done.ok.number}，开好了`)
    onClose()
    onDone()
    await toCertificate(done.ok.id)
  }
  const actions = (
    <Button big kind="primary" disabled={!manager.trim() || !from || !until || (replaces !== undefined && !why.trim())} onTap={issue}>
      {replaces ? '作废旧的，开一张新的' : `给${name}开证明`}
    </Button>
  )
  return (
    <Sheet title={replaces ? `给${name}换一张` : `给${name}开证明`} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        <Box className="h-half">
          <Field label="从哪一天" kind="date" value={from} onChange={setFrom} until={me.day} />
          <Field label="到哪一天" kind="date" value={until} onChange={setUntil} until={me.day} />
        </Box>
        <Field label="负责人" hint="写在证明上" value={manager} onChange={setManager} max={20} />
        {replaces ? <Field label="旧的为什么作废" value={why} onChange={setWhy} max={100} /> : null}
        <Box className="k-note">只写公示满 7 天、没有人提异议的时长。</Box>
        {problem ? <Wrong>{problem}</Wrong> : null}
      </Box>
    </Sheet>
  )
}
