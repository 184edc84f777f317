/** Whom money is taken from or given to: found by name or door. */
import type { OutputOf } from '@domain'
import { useEffect, useState } from 'react'
import { useCall } from '@/platform'
import { Box, Card, Empty, Field, List, Loaded } from '@/ui'

export type Person = OutputOf<'meals.eaters'>[number]
/** How long after the last letter the question is asked, ms. */
const PAUSE = 300

export function Find({ division, onPick }: { division: string; onPick: (person: Person) => void }) {
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [words])
  const found = useCall('meals.eaters', asked ? { division, words: asked } : null)
  return (
    <Box className="k-stack">
      <Field kind="search" label="找人" hint="姓名、拼音、首字母，或门牌，比如 3-2-501" value={words} onChange={setWords} max={40} />
      {asked ? (
        <Loaded
          from={found}
          shape="rows"
          empty={<Empty title="没有找到" words="换姓名、拼音、首字母试试，或者按门牌找。" drawing="search" />}
        >
          {people => (
            <List items={people} keyOf={one => one.eater} label="找到的人" unit="人">
              {one => (
                <Card
                  title={one.call}
                  note={[one.door, one.age === undefined ? '' : `${one.age} 岁`].filter(Boolean).join(' · ')}
                  onTap={() => onPick(one)}
                />
              )}
            </List>
          )}
        </Loaded>
      ) : null}
    </Box>
  )
}
