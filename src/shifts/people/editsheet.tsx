/** Putting right what is known of a volunteer. */
import { useState } from 'react'
import { useMe } from '@/platform'
import { Button, Callout, Field, Sheet } from '@/ui'
import { ContactAsk, SkillsPick, TimesPick } from './asks'
import { contactOf, EMPTY, missingContact } from './form'
import type { OfficeProps } from './office'

export function EditSheet({ profile, act, onClose }: OfficeProps) {
  const { account, version } = profile
  const { day } = useMe()
  const [name, setName] = useState(profile.name)
  const [born, setBorn] = useState(profile.born ?? '')
  const [cityId, setCityId] = useState(profile.cityId ?? '')
  const [skills, setSkills] = useState(profile.skills)
  const [times, setTimes] = useState(profile.times)
  const [contact, setContact] = useState(EMPTY)
  const lacks = missingContact(contact)
  const save = () =>
    act(
      'shifts.edit_volunteer',
      {
        ...{ account, version, name: name.trim(), skills, times },
        ...(born ? { born } : {}),
        ...(cityId ? { cityId } : {}),
        ...contactOf(contact),
      },
      '改好了',
    )
  return (
    <Sheet
      title="改资料"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!name.trim() || lacks !== undefined} onTap={save}>
          改好了
        </Button>
      }
    >
      <Field label="姓名" value={name} max={20} onChange={setName} />
      <Field label="出生年月日" kind="date" from="1920-01-01" until={day} value={born} onChange={setBorn} />
      <Field label="好志愿编号" need={false} value={cityId} max={32} onChange={setCityId} />
      <SkillsPick values={skills} onChange={setSkills} />
      <TimesPick values={times} onChange={setTimes} />
      {profile.emergency ? <Callout>{`急事现在找：${profile.emergency.relation} ${profile.emergency.name}，不改就空着`}</Callout> : null}
      <ContactAsk form={contact} set={more => setContact({ ...contact, ...more })} />
    </Sheet>
  )
}
