/** What a team is: its name, what it does, whether it is a registered organisation. */
import type { TeamForm } from '@domain/shifts/contract/teams'
import { useState } from 'react'
import { Button, Field, Sheet, Switch } from '@/ui'

interface TeamSheetProps {
  title: string
  yes: string
  form?: TeamForm
  onSave: (form: TeamForm) => unknown
  onClose: () => void
}

export function TeamSheet({ title, yes, form, onSave, onClose }: TeamSheetProps) {
  const [name, setName] = useState(form?.name ?? '')
  const [about, setAbout] = useState(form?.about ?? '')
  const [organisation, setOrganisation] = useState(form?.organisation ?? false)
  const save = () => onSave({ name: name.trim(), about: about.trim(), organisation })
  return (
    <Sheet
      title={title}
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!name.trim()} onTap={save}>
          {yes}
        </Button>
      }
    >
      <Field label="队伍叫什么" value={name} max={20} placeholder="一块砖、九大妈" onChange={setName} />
      <Field label="做些什么" need={false} kind="area" rows={2} value={about} max={100} onChange={setAbout} />
      <Switch label="是登记过的社会组织" note="有登记证的；邻居自己组的队就关着" on={organisation} onChange={setOrganisation} />
    </Sheet>
  )
}
