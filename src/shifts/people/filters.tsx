/** Narrowing the list of volunteers: a name, then who. */
import type { InputOf } from '@domain'
import type { Skill } from '@domain/shifts/contract'
import { useEffect, useState } from 'react'
import { Box, Button, Choice, Field, Sheet } from '@/ui'
import { SKILL_OPTIONS } from './form'

type Asked = InputOf<'shifts.volunteers'>
export type Who = 'all' | 'waiting' | 'active' | 'paused' | 'lapsed' | 'free'
export interface Narrow {
  words: string
  who: Who
  skill: Skill | ''
}
const WHO: { value: Who; label: string }[] = [
  { value: 'all', label: '所有人' },
  { value: 'active', label: '在册' },
  { value: 'free', label: '现在有空' },
  { value: 'waiting', label: '等点头' },
  { value: 'paused', label: '歇着' },
  { value: 'lapsed', label: '好久没来' },
]
const ANY = { value: '' as const, label: '什么都行' }

/** What is asked of the server. */
export const askedOf = (community: string, { words, who, skill }: Narrow): Asked => ({
  community,
  ...(words ? { words } : {}),
  ...(who === 'free' ? { free: true } : who === 'all' ? {} : { state: who }),
  ...(skill ? { skill } : {}),
})

/** Words are asked for once the typing rests. */
export function useRest(words: string, pause = 300): string {
  const [rested, setRested] = useState(words)
  useEffect(() => {
    const timer = setTimeout(() => setRested(words), pause)
    return () => clearTimeout(timer)
  }, [words, pause])
  return rested
}

const called = <V extends string>(options: readonly { value: V; label: string }[], value: V) =>
  options.find(one => one.value === value)?.label ?? ''

/** A name to look for, and one button that says and changes who is shown. */
export function Filters({ value, onChange }: { value: Narrow; onChange: (value: Narrow) => void }) {
  const [open, setOpen] = useState(false)
  const { words, who, skill } = value
  const said = [called(WHO, who), skill ? `会${called(SKILL_OPTIONS, skill)}` : ''].filter(Boolean).join('，')
  return (
    <Box className="sp-filters">
      <Field
        label="找谁"
        kind="search"
        placeholder="名字、拼音、首字母"
        value={words}
        max={20}
        onChange={next => onChange({ ...value, words: next })}
      />
      <Button icon="list" onTap={() => setOpen(true)}>{`看：${said}`}</Button>
      {open ? <NarrowSheet value={value} onChange={onChange} onClose={() => setOpen(false)} /> : null}
    </Box>
  )
}

function NarrowSheet({ value, onChange, onClose }: { value: Narrow; onChange: (value: Narrow) => void; onClose: () => void }) {
  const [chosen, setChosen] = useState(value)
  const see = () => {
    onChange(chosen)
    onClose()
  }
  return (
    <Sheet
      title="看哪些人"
      onClose={onClose}
      actions={
        <Button big kind="primary" onTap={see}>
          就看这些
        </Button>
      }
    >
      <Choice label="哪些人" columns={3} options={WHO} value={chosen.who} onChange={who => setChosen({ ...chosen, who })} />
      <Choice
        label="会什么"
        columns={3}
        options={[ANY, ...SKILL_OPTIONS]}
        value={chosen.skill}
        onChange={skill => setChosen({ ...chosen, skill })}
      />
    </Sheet>
  )
}
