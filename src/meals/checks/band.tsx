/** Meals nobody took, in red, above everything else on a home page. Nothing when there is none. */
import { Box, Button, Elapsed, Heading, Icon, Row, Rows, useElder } from '@/ui'
import { useChecks } from './use'
import { toCheck, toChecks } from './ways'
import { RUNG_NOW } from './words'

const FIRST = 3

export function OpenChecks({ division }: { division: string }) {
  const { checks, now } = useChecks(division)
  const elder = useElder()
  const open = checks.data?.items ?? []
  if (!open.length) return null
  const first = elder ? open.slice(0, 1) : open.slice(0, FIRST)
  return (
    <Box className="k-band">
      <Box className="k-band-head">
        <Icon name="alert" size={22} tone="bad" />
        <Heading level={2} className="k-h2">
          {`${open.length}${checks.data?.after ? ' 多' : ''} 位没取餐，正在找`}
        </Heading>
      </Box>
      <Box className="k-stack">
        <Rows>
          {first.map(check => (
            <Row
              key={check.id}
              title={`${check.call} · ${check.door}`}
              note={`${check.why}。${RUNG_NOW[check.rung]}`}
              aside={<Elapsed since={check.since} now={now} />}
              onTap={() => toCheck(check.id)}
            />
          ))}
        </Rows>
        {open.length > first.length ? <Button onTap={() => toChecks(division)}>{`看全部 ${open.length} 位`}</Button> : null}
      </Box>
    </Box>
  )
}
