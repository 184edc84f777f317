/** What a change of a weekly shift does: days that come, go and follow; and everybody who has joined, by name. */
import type { SeriesTouched } from '@domain/shifts/contract/plan'
import { useMe } from '@/platform'
import { Box, Button, Buttons, Row, Rows, Sheet, Switch, sayDay } from '@/ui'
import { TouchedPeople } from './touched'
import { daysSaid } from './words'

interface SeriesSheetProps {
  touched: SeriesTouched
  since: string
  /** Whether also shifts with people in them are changed. */
  too: boolean
  onToo: (too: boolean) => unknown
  onSave: () => unknown
  onClose: () => void
}
const FATES = { kept: '照原来的', changes: '一起改', cancelled: '没有了' } as const

export function SeriesSheet({ touched, since, too, onToo, onSave, onClose }: SeriesSheetProps) {
  const { day: today } = useMe()
  const people = touched.people.flatMap(one => one.people)
  const off = people.filter(one => one.fate === 'off').length
  const actions = (
    <Buttons>
      <Button onTap={onClose}>再想想</Button>
      <Button kind={off > 0 ? 'danger' : 'primary'} onTap={onSave}>
        {off > 0 ? `改好，有 ${off} 人次去不了` : '改好'}
      </Button>
    </Buttons>
  )
  return (
    <Sheet title={`从 ${sayDay(since, today)} 起改`} onClose={onClose} actions={actions}>
      <Box className="k-stack">
        <Days touched={touched} />
        {touched.people.length > 0 ? (
          <Rows>
            <Switch
              label="已经有人报名的班也一起改"
              note={too ? '会告诉他们，去不了的会退掉' : '不改：他们当初报的是什么就还是什么'}
              on={too}
              onChange={onToo}
            />
          </Rows>
        ) : null}
        {touched.people.map(one => (
          <TouchedPeople key={one.shift} title={`${sayDay(one.day, today)}，${FATES[one.fate]}`} people={one.people} />
        ))}
      </Box>
    </Sheet>
  )
}

function Days({ touched: { added, follows, removed, loose } }: { touched: SeriesTouched }) {
  const lines: [string, string[]][] = [
    ['新排上', added],
    ['没有人的，跟着改', follows],
    ['没有人的，不要了', removed],
    ['单独改过的，不动', loose],
  ]
  const some = lines.filter(([, days]) => days.length > 0)
  if (some.length === 0) return <Box className="k-note">没有空着的班要动。</Box>
  return (
    <Rows>
      {some.map(([title, days]) => (
        <Row key={title} title={title} note={daysSaid(days)} aside={`${days.length} 个`} />
      ))}
    </Rows>
  )
}
