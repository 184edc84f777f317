/** What staff do about one volunteer, each in a sheet. */
import type { Profile } from '@domain/shifts/contract/volunteer'
import { useState } from 'react'
import { dial } from '@/platform'
import { Box, Button, Field, Row, Rows, Sheet } from '@/ui'
import { EditSheet } from './editsheet'
import { EaseSheet, LabelsSheet } from './limits'
import { PaperSheet } from './papers'
import { PauseSheet } from './sheets'
import type { Act } from './use'

export type Doing = 'dial' | 'emergency' | 'labels' | 'ease' | 'edit' | 'paper' | 'decline' | 'pause' | 'end'

export interface OfficeProps {
  profile: Profile
  act: Act
  onClose: () => void
}

export function OfficeSheet({ doing, ...props }: OfficeProps & { doing: Doing }) {
  const { profile, act, onClose } = props
  const { account, name } = profile
  if (doing === 'labels') return <LabelsSheet {...props} />
  if (doing === 'ease') return <EaseSheet {...props} />
  if (doing === 'edit') return <EditSheet {...props} />
  if (doing === 'emergency') return <EmergencySheet {...props} />
  if (doing === 'paper')
    return (
      <PaperSheet
        title="当面看了，记一张"
        yes="看过了，算数"
        office={profile.community}
        onClose={onClose}
        onShow={paper => act('shifts.take_paper', { account, ...paper }, '记下了，算数')}
      />
    )
  if (doing === 'pause')
    return (
      <PauseSheet profile={profile} onClose={onClose} onSave={it => act('shifts.pause_volunteer', { account, ...it }, `${name}歇着`)} />
    )
  if (doing === 'decline')
    return (
      <WhySheet
        title={`不同意${name}？`}
        hint="这句话会告诉他"
        yes="不同意，告诉他"
        onClose={onClose}
        onSave={why => act('shifts.decline', { account, why })}
      />
    )
  if (doing === 'end')
    return (
      <WhySheet
        title={`请${name}退出？`}
        hint="后面的班会退给别人，时长留着"
        yes="从名册里退出"
        onClose={onClose}
        onSave={why => act('shifts.end_volunteer', { account, why })}
      />
    )
  return null
}

/** One sentence of why, then the deed. */
export function WhySheet({
  title,
  hint,
  yes,
  onSave,
  onClose,
}: {
  title: string
  hint: string
  yes: string
  onSave: (why: string) => unknown
  onClose: () => void
}) {
  const [why, setWhy] = useState('')
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button kind="danger" disabled={!why.trim()} onTap={() => onSave(why.trim())}>
          {yes}
        </Button>
      }
    >
      <Field label="为什么" hint={hint} value={why} max={60} onChange={setWhy} />
    </Sheet>
  )
}

function EmergencySheet({ profile, act, onClose }: OfficeProps) {
  const [why, setWhy] = useState('')
  const [contact, setContact] = useState<{ name: string; phone: string; relation: string }>()
  const look = async () => {
    const found = await act('shifts.emergency', { account: profile.account, why: why.trim() })
    if (found) setContact(found)
  }
  return (
    <Sheet title="急事找谁" onClose={onClose}>
      {contact ? (
        <Rows>
          <Row
            title={`${contact.relation} ${contact.name}`}
            note={contact.phone}
            icon="phone"
            onTap={() => dial(contact.phone)}
            label={`打给${contact.name}`}
          />
        </Rows>
      ) : (
        <Box className="k-stack">
          <Field label="出了什么事" hint="看过会留下记录" value={why} max={60} onChange={setWhy} />
          <Button kind="primary" disabled={!why.trim()} onTap={look}>
            看号码
          </Button>
        </Box>
      )}
    </Sheet>
  )
}

/** The number of a volunteer, rung up at once; the look is written down. */
export async function ring(act: Act, account: string) {
  const found = await act('shifts.dial_volunteer', { account })
  if (found) await dial(found.number)
}
