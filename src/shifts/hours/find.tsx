/** Which volunteer it is about. */
import type { OutputOf } from '@domain'
import { useEffect, useState } from 'react'
import { useCall } from '@/platform'
import { Box, Field, Loaded, Row, Rows } from '@/ui'

export type Found = OutputOf<'shifts.volunteers'>['items'][number]
/** How long after the last letter the question is asked, ms. */
const PAUSE = 300

export function FindVolunteer({ community, label, onPick }: { community: string; label: string; onPick: (one: Found) => void }) {
  const [words, setWords] = useState('')
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(words.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [words])
  const found = useCall('shifts.volunteers', asked ? { community, words: asked } : null)
  return (
    <Box className="k-stack">
      <Field kind="search" label={label} hint="姓名、拼音或首字母" value={words} onChange={setWords} max={20} />
      {asked ? (
        <Loaded from={found} shape="rows" empty={<Box className="k-note">名册里没有找到，换个写法试试。</Box>}>
          {({ items }) => (
            <Rows>
              {items.slice(0, 8).map(one => (
                <Row key={one.account} title={one.name} note={one.phone} onTap={() => onPick(one)} />
              ))}
            </Rows>
          )}
        </Loaded>
      ) : null}
    </Box>
  )
}
