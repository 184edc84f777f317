/** Narrowing the list of volunteers: a name, then who. */
import type { InputOf } from '@domain'
import type { Skill } from '@domain/shifts/contract'
import { useEffect, useState } from 'react'
import { Box, Choice, Field } from '@/ui'
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

export function Filters({ value, onChange, wide }: { value: Narrow; onChange: (value: Narrow) => void; wide: boolean }) {
  const set = (more: Partial<Narrow>) => onChange({ ...value, ...more })
  return (
    <Box className="sp-filters">
      <Field
        label="找谁"
        kind="search"
        hint="名字、拼音、首字母都行"
        need
        value={value.words}
        max={20}
        onChange={words => set({ words })}
      />
      <Choice label="哪些人" columns={3} options={WHO} value={value.who} onChange={who => set({ who })} />
      {wide ? (
        <Choice label="会什么" columns={3} options={[ANY, ...SKILL_OPTIONS]} value={value.skill} onChange={skill => set({ skill })} />
      ) : null}
    </Box>
  )
}
