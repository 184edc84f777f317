import { useCall } from '@/platform'
import { Box, Figure, Figures, Loaded, Section, sayDay } from '@/ui'
import { toBoard } from '../ways'
import { Lines } from './tables'

const FEW = ['shifts', 'need', 'filled', 'holes', 'rate'] as const

/** A week above a community: counts of the days and of the parts, no names. */
export function Above({ division, monday }: { division: string; monday: string }) {
  const found = useCall('shifts.weeks', monday ? { division, week: monday } : null, { keep: `shifts/weeks-${division}` })
  return (
    <Loaded from={found} shape="figures">
      {({ sum, days, places, today }) => (
        <Box className="k-stack">
          <Figures>
            <Figure label="班" value={sum.shifts} note={`要 ${sum.need} 人`} />
            <Figure label="有人的" value={sum.filled} />
            <Figure label="还缺" value={sum.holes} tone={sum.holes > 0 ? 'bad' : 'ok'} />
          </Figures>
          {places.length > 0 ? (
            <Section title="每个地方">
              <Lines
                caption="一个地方一行"
                first="哪里"
                lines={places}
                fields={FEW}
                onOpen={community => toBoard({ community, week: monday })}
              />
            </Section>
          ) : null}
          <Section title="每天">
            <Lines caption="一天一行" first="哪天" lines={days.map(one => ({ ...one, name: sayDay(one.key, today) }))} fields={FEW} />
          </Section>
        </Box>
      )}
    </Loaded>
  )
}
