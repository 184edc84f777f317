import type { RuleSet } from '@domain/shifts/contract/rules'
import { EFFECT_WORDS } from '@domain/shifts/saysrule'
import { useCall } from '@/platform'
import { Box, Callout, clock, dayOf, Loaded, Section, sayDay, Table } from '@/ui'

/** Who of last week's sign-ups would have been decided otherwise. */
export function Tried({ community, rules, unanswered }: RuleSet & { community: string }) {
  const from = useCall('shifts.try_rules', { community, rules, unanswered })
  return (
    <Section title="拿最近一周的报名试一试">
      <Loaded from={from} shape="rows" isEmpty={() => false}>
        {({ looked, other }) => (
          <Box className="k-stack">
            <Callout tone={other.length > 0 ? 'warn' : 'ok'}>
              {other.length > 0 ? `最近一周 ${looked} 次报名，有 ${other.length} 次会不一样` : `最近一周 ${looked} 次报名，结果都一样`}
            </Callout>
            {other.length > 0 ? (
              <Table
                caption="会不一样的报名"
                rows={other}
                keyOf={one => `${one.name}${one.from}${one.role}`}
                columns={[
                  { title: '谁', cell: one => one.name },
                  { title: '哪个班', cell: one => `${sayDay(dayOf(one.from))} ${clock(one.from)} ${one.shift}，${one.role}` },
                  { title: '原来', cell: one => EFFECT_WORDS[one.was] },
                  { title: '现在', cell: one => `${EFFECT_WORDS[one.now]}：${one.why}` },
                ]}
              />
            ) : null}
          </Box>
        )}
      </Loaded>
    </Section>
  )
}
