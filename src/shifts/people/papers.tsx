/** Papers: how each stands in words, showing one, and its photo. */
import type { PaperKind } from '@domain/shifts/contract/base'
import { PAPERS } from '@domain/shifts/contract/base'
import type { PaperShown } from '@domain/shifts/contract/volunteer'
import { PAPER_WORDS } from '@domain/shifts/words'
import { useEffect, useState } from 'react'
import { call, picture, release, sentence, takePhoto, upload } from '@/platform'
import { Box, Button, Choice, Field, Sheet, Tag, type Tone, toast } from '@/ui'
import './people.scss'

export const PAPER_TONES: { [state in PaperShown['state']]: Tone } = {
  ...{ waiting: 'info', refused: 'bad', later: 'info', valid: 'ok', soon: 'warn', expired: 'bad', replaced: 'plain' },
}
const PAPER_TAGS: { [state in PaperShown['state']]: string } = {
  ...{ waiting: '等核对', refused: '没通过', later: '还没生效', valid: '有效', soon: '快到期', expired: '过期了', replaced: '旧的' },
}
export const PaperTag = ({ paper }: { paper: PaperShown }) => <Tag tone={PAPER_TONES[paper.state]}>{PAPER_TAGS[paper.state]}</Tag>
export const sayNote = ({ says, number, why }: PaperShown) =>
  [why ? `${says}：${why}` : says, number && `证号 ${number}`].filter(Boolean).join(' · ')

/** The photo of a paper, for its owner and the office. Nothing while it is not there. */
export function PaperPhoto({ id, name }: { id: string; name: string }) {
  const [address, setAddress] = useState('')
  useEffect(() => {
    let fetched = ''
    let alive = true
    void picture(id)
      .catch(() => '')
      .then(found => {
        fetched = found
        if (alive) setAddress(found)
      })
    return () => {
      alive = false
      if (fetched) release(fetched)
    }
  }, [id])
  if (!address) return null
  return <Box className="sp-photo" style={{ backgroundImage: `url(${address})` }} aria={{ role: 'img', label: `${name}的照片` }} />
}

export interface Shown {
  kind: PaperKind
  name?: string
  number?: string
  until?: string
  photo?: string
}
const KINDS = PAPERS.map(value => ({ value, label: PAPER_WORDS[value] }))

/** Showing a paper: what it is, until when, a photo. `office`: the community whose office looks at it. */
export function PaperSheet({
  title,
  yes,
  office,
  onShow,
  onClose,
}: {
  title: string
  yes: string
  office: string
  onShow: (paper: Shown) => unknown
  onClose: () => void
}) {
  const [kind, setKind] = useState<PaperKind>('health')
  const [name, setName] = useState('')
  const [number, setNumber] = useState('')
  const [until, setUntil] = useState('')
  const [photo, setPhoto] = useState('')
  const given = { ...(name.trim() ? { name: name.trim() } : {}), ...(number.trim() ? { number: number.trim() } : {}) }
  const show = () => onShow({ kind, ...given, ...(until ? { until } : {}), ...(photo ? { photo } : {}) })
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={kind === 'other' && !name.trim()} onTap={show}>
          {yes}
        </Button>
      }
    >
      <Choice label="什么证件" columns={2} options={KINDS} value={kind} onChange={setKind} />
      {kind === 'other' ? <Field label="叫什么证" value={name} max={20} onChange={setName} /> : null}
      <Field label="哪天到期" hint="证上写着；没有写就空着" kind="date" need={false} value={until} onChange={setUntil} />
      <TakePhoto name={PAPER_WORDS[kind]} office={office} id={photo} onChange={setPhoto} />
      <Field label="证号" need={false} value={number} max={40} onChange={setNumber} />
    </Sheet>
  )
}

/** It travels at once, so that saving needs only its id. Besides the owner only the office sees it. */
function TakePhoto({ name, office, id, onChange }: { name: string; office: string; id: string; onChange: (id: string) => void }) {
  const [busy, setBusy] = useState(false)
  const take = async () => {
    try {
      const photo = await takePhoto()
      if (!photo) return
      setBusy(true)
      await upload(photo.id, photo.base64)
      await call('files.show_paper', { file: photo.id, office, name: `${name}.jpg` })
      onChange(photo.id)
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Box className="k-field">
      <Box className="k-label">照片</Box>
      <Box className="k-hint">只有您和社区的工作人员能看到</Box>
      {id ? <PaperPhoto id={id} name={name} /> : null}
      <Button icon="camera" busy={busy} onTap={take}>
        {id ? '换一张' : '拍一张'}
      </Button>
    </Box>
  )
}
