/** Ending a membership, and tying an account to its resident record. */
import type { Member } from '@domain/account/contract'
import type { ResidentCard } from '@domain/people/contract'
import { useState } from 'react'
import { useCall, useMe, useWrite } from '@/platform'
import { Button, Choice, Empty, Field, Loaded, Para, Row, Rows, roleName, Sheet, toast, Wrong } from '@/ui'

interface Props {
  member: Member
  onClose: () => void
}
const REASONS = ['调走了', '不做了', '退休了', '安排错了'] as const

export function EndMember({ member, onClose }: Props) {
  const { day } = useMe()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState(day)
  const end = useWrite('account.end_membership')
  const save = async () => {
    if (!(await end.run({ membership: member.membership.id, on, reason: reason.trim() }))) return
    toast('结束了，记录还在')
    onClose()
  }
  return (
    <Sheet
      title={`${member.name}不再是${roleName(member.membership.role)}`}
      onClose={onClose}
      actions={
        <Button big kind="danger" disabled={!reason.trim()} busy={end.busy} onTap={save}>
          结束这个身份
        </Button>
      }
    >
      <Choice
        label="因为什么"
        options={REASONS.map(value => ({ value, label: value }))}
        value={REASONS.find(one => one === reason)}
        onChange={setReason}
      />
      <Field label="或者自己写" need={false} value={reason} onChange={setReason} max={200} />
      <Field label="最后一天" hint="过了这天就打不开了" kind="date" value={on} from={member.membership.since} onChange={setOn} />
      {end.problem ? <Wrong>{end.problem}</Wrong> : null}
    </Sheet>
  )
}

/** The record is found by name or phone; staff say which it is. */
export function TieMember({ member, onClose }: Props) {
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  const division = member.membership.scope.slice(0, 12)
  const found = useCall('people.search', asked ? { division, words: asked } : null)
  const link = useWrite('account.link')
  const tie = async (resident: string | null) => {
    if (!(await link.run({ account: member.account, resident }))) return
    toast(resident ? '对上了' : '解开了')
    onClose()
  }
  return (
    <Sheet title={`${member.name}是哪位住户`} onClose={onClose}>
      <Para className="k-note">对上以后，登录就能看到自己家的事。</Para>
      <Field kind="search" label="姓名或拼音" value={words} onChange={setWords} onEnter={() => setAsked(words.trim())} max={40} />
      <Button icon="search" disabled={!words.trim()} onTap={() => setAsked(words.trim())}>
        找
      </Button>
      {asked ? (
        <Loaded from={found} shape="rows" empty={<Empty title="没有找到" words="换姓名或拼音试试。" drawing="search" />}>
          {people => (
            <Rows>
              {people.map(one => (
                <Row key={one.id} title={one.name} note={about(one)} onTap={() => tie(one.id)} />
              ))}
            </Rows>
          )}
        </Loaded>
      ) : null}
      {member.resident ? (
        <Button kind="danger" onTap={() => tie(null)}>
          解开现在对应的资料
        </Button>
      ) : null}
      {link.problem ? <Wrong>{link.problem}</Wrong> : null}
    </Sheet>
  )
}

const about = ({ age, label }: ResidentCard) => [age === undefined ? '' : `${age} 岁`, label].filter(Boolean).join(' · ')
