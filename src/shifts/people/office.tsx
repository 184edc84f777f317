/** What staff do about one volunteer, each in a sheet. */
import type { PaperShown, Profile } from '@domain/shifts/contract/volunteer'
import { useState } from 'react'
import { dial, useMe } from '@/platform'
import { Box, Button, Buttons, Callout, Choices, Field, Para, Row, Rows, Sheet, Stepper, Switch } from '@/ui'
import { ContactAsk, SkillsPick, TimesPick } from './asks'
import { contactOf, EMPTY, missingContact } from './form'
import { PaperPhoto, PaperSheet, PaperTag, sayNote } from './papers'
import { PauseSheet } from './sheets'
import type { Act } from './use'

export type Doing = 'dial' | 'emergency' | 'labels' | 'ease' | 'edit' | 'paper' | 'decline' | 'pause' | 'end'

interface OfficeProps {
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

const USUAL = ['带过', '急救培训', '消防培训', '厨房带过', '会开电动车']
function LabelsSheet({ profile, act, onClose }: OfficeProps) {
  const [labels, setLabels] = useState(profile.labels)
  const [more, setMore] = useState('')
  const options = [...new Set([...USUAL, ...profile.labels, ...labels])].map(value => ({ value, label: value }))
  const add = () => {
    setLabels([...new Set([...labels, more.trim()])])
    setMore('')
  }
  return (
    <Sheet
      title="标签"
      onClose={onClose}
      actions={
        <Button big kind="primary" onTap={() => act('shifts.set_labels', { account: profile.account, labels }, '记下了')}>
          记下标签
        </Button>
      }
    >
      <Para className="k-note">带过、培训过什么。有的岗位要有标签才能报。</Para>
      <Choices label="有哪些" columns={2} options={options} values={labels} onChange={setLabels} />
      <Field label="别的" need={false} value={more} max={12} onChange={setMore} onEnter={add} />
      {more.trim() ? <Button onTap={add}>{`加上“${more.trim()}”`}</Button> : null}
    </Sheet>
  )
}

function EaseSheet({ profile, act, onClose }: OfficeProps) {
  const { day: today } = useMe()
  const { account, limits, base, eased } = profile
  const [day, setDay] = useState(limits.day / 30)
  const [week, setWeek] = useState(limits.week / 60)
  const [heavy, setHeavy] = useState(limits.heavy)
  const [until, setUntil] = useState('')
  const [why, setWhy] = useState('')
  const change = {
    ...(day * 30 === base.day ? {} : { day: day * 30 }),
    ...(week * 60 === base.week ? {} : { week: week * 60 }),
    ...(heavy === base.heavy ? {} : { heavy }),
  }
  const save = () => act('shifts.ease_limits', { account, limits: change, why: why.trim(), ...(until ? { until } : {}) }, '改好了')
  const lift = () => act('shifts.ease_limits', { account, limits: {}, why: '恢复按年龄' }, '恢复了')
  return (
    <Sheet
      title="改上限"
      onClose={onClose}
      actions={
        <Button big kind="primary" disabled={!why.trim() || Object.keys(change).length === 0} onTap={save}>
          照这样排班
        </Button>
      }
    >
      <Stepper label="一天最多（半小时一格）" value={day} min={1} max={24} unit="格" onChange={setDay} />
      <Para className="k-note">{`就是 ${day / 2} 小时，按年龄是 ${base.day / 60} 小时`}</Para>
      <Stepper label="一周最多" value={week} min={1} max={60} unit="小时" onChange={setWeek} />
      <Switch label="可以做重活" note="搬东西、久站、爬高" on={heavy} onChange={setHeavy} />
      <Field label="到哪天为止" need={false} kind="date" from={today} value={until} onChange={setUntil} />
      <Field label="为什么" hint="会写进经过" value={why} max={60} onChange={setWhy} />
      {eased ? <Button onTap={lift}>恢复按年龄</Button> : null}
    </Sheet>
  )
}

function EditSheet({ profile, act, onClose }: OfficeProps) {
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

/** The number of a volunteer, rung up at once; the look is written down. */
export async function ring(act: Act, account: string) {
  const found = await act('shifts.dial_volunteer', { account })
  if (found) await dial(found.number)
}
