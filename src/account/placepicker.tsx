/** Choosing a place for a role: down the divisions from one's own, until the level the role needs. */
import type { Membership } from '@domain/account/contract'
import type { Role } from '@domain/contract'
import { useState } from 'react'
import { useCall } from '@/platform'
import { Box, Button, Empty, Heading, Loaded, Row, Rows, Wrong } from '@/ui'

/** Digits of the place a role is given in. */
export const LEVEL: Partial<Record<Role, number>> = {
  ...{ grid: 15, volunteer: 12, lead: 12, kitchen: 12 },
  ...{ community: 12, street: 9, district: 6, city: 4 },
}
const NAMES: { [digits: number]: string } = { 4: '城市', 6: '区县', 9: '街道', 12: '社区', 15: '网格' }

export interface PlacePickerProps {
  level: number
  /** One's own membership: where to begin. */
  from: Pick<Membership, 'scope' | 'place'>
  value: string
  onChange: (scope: string) => void
  error?: string
}

export function PlacePicker({ level, from, value, onChange, error }: PlacePickerProps) {
  const [path, setPath] = useState<string[]>([])
  const at = path[path.length - 1] ?? from.scope
  const done = value !== '' && value.length === level
  const place = useCall('people.place', done ? { division: value } : null)
  // nothing to choose when one's own place is already the level
  if (!done && at.length >= level) return <Settle scope={at.slice(0, level)} place={from.place} onChange={onChange} />
  return (
    <Box className="k-stack">
      {done ? (
        <Rows title="在哪里">
          <Row icon="place" title={place.data?.names.slice(-2).join(' ') ?? '正在看'} />
          {from.scope.length < level ? <Row title="换一个" icon="refresh" onTap={() => onChange('')} /> : null}
        </Rows>
      ) : (
        <>
          <Heading level={2} className="k-h2">
            {`在哪个${NAMES[level]}`}
          </Heading>
          {path.length ? (
            <Button icon="left" onTap={() => setPath(path.slice(0, -1))}>
              退回上一级
            </Button>
          ) : null}
          <Below parent={at} level={level} onStep={code => (code.length === level ? onChange(code) : setPath([...path, code]))} />
        </>
      )}
      {error ? <Wrong>{error}</Wrong> : null}
    </Box>
  )
}

const Settle = ({ scope, place, onChange }: { scope: string; place: string; onChange: (scope: string) => void }) => (
  <Rows title="在哪里">
    <Row icon="place" title={place || '本处'} note="点一下就定在这里" onTap={() => onChange(scope)} />
  </Rows>
)

function Below({ parent, level, onStep }: { parent: string; level: number; onStep: (code: string) => void }) {
  const grids = useCall('people.grids', parent.length === 12 ? { community: parent } : null)
  const divisions = useCall('people.divisions', parent.length < 12 ? { parent } : null)
  if (parent.length === 12)
    return (
      <Loaded from={grids} shape="rows" empty={<Empty title="这个社区还没有网格" words="先去网格那一页添一个。" />}>
        {all => (
          <Rows>
            {all.map(one => (
              <Row key={one.code} title={one.name} note={`${one.households} 户`} onTap={() => onStep(one.code)} />
            ))}
          </Rows>
        )}
      </Loaded>
    )
  return (
    <Loaded from={divisions} shape="rows" empty={<Empty title="下面没有登记过的地方" />}>
      {page => (
        <Rows>
          {page.items.map(one => (
            <Row key={one.code} title={one.name} note={one.code.length === level ? undefined : '往下选'} onTap={() => onStep(one.code)} />
          ))}
        </Rows>
      )}
    </Loaded>
  )
}
