import { Box, cx, Icon, Tag, Tap, Words } from '@/ui'
import { isOpen, isUnsure, type SeenRow } from './rolled'

export interface TickProps {
  row: SeenRow
  /** What the big part does; absent: nothing more to say with one tap. */
  onTick?: () => unknown
  /** Absent: it has not arrived yet. */
  onMore?: () => unknown
}

/** One person: the big part says they are here (or that what they said is so), the small one opens everything else. */
export function Tick({ row, onTick, onMore }: TickProps) {
  const there = row.came !== undefined && !row.absent
  const unsure = isUnsure(row)
  const inside = (
    <>
      <Icon name={row.absent ? 'close' : there ? 'done' : 'person'} size={30} tone={row.absent ? 'bad' : there ? 'ok' : 'soft'} />
      <Box className="sd-who">
        <Words className="sd-name">{row.name}</Words>
        <Words className="k-small">{[row.roleName, row.words, hintsOf(row)].filter(Boolean).join('，')}</Words>
        <Marks row={row} unsure={unsure} />
      </Box>
      {onTick ? <Words className="k-strong k-tone-accent">{unsure ? '确认' : '到了'}</Words> : null}
    </>
  )
  return (
    <Box className={cx('sd-person', there && !unsure && 'sd-came', (unsure || (row.look && isOpen(row))) && 'sd-look')}>
      {onTick ? (
        <Tap className="sd-tick" onTap={onTick}>
          {inside}
        </Tap>
      ) : (
        <Box className="sd-tick">{inside}</Box>
      )}
      {onMore ? (
        <Tap className="sd-more" label={`${row.name}，改一下`} onTap={onMore}>
          <Icon name="more" />
        </Tap>
      ) : null}
    </Box>
  )
}

const hintsOf = ({ came, went }: SeenRow) => [...new Set([came?.hint, went?.hint])].filter(Boolean).join('，')

function Marks({ row, unsure }: { row: SeenRow; unsure: boolean }) {
  const said = row.absent?.said && !row.absent.excused
  if (!row.waiting && !row.problem && !row.walkIn && !unsure && !said) return null
  return (
    <Box className="k-line">
      {row.walkIn ? <Tag tone="info">临时来的</Tag> : null}
      {unsure ? <Tag tone="warn">要您确认</Tag> : null}
      {said ? <Tag tone="warn">说了原因</Tag> : null}
      {row.problem ? <Tag tone="bad">{`没传上：${row.problem}`}</Tag> : row.waiting ? <Tag>待上传</Tag> : null}
    </Box>
  )
}
