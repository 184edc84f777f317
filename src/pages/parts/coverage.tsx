import type { OutputOf } from '@domain'
import { go } from '@/platform'
import { Bars, Box, Card, count, Empty, Figure, Figures, Section, Words } from '@/ui'

type Coverage = OutputOf<'visits.coverage'>
type Counts = Coverage['grids'][number]['today']

const sum = (coverage: Coverage, field: keyof Counts) => coverage.grids.reduce((all, grid) => all + grid.today[field], 0)
/** The doors of the day: still on the list and done. */
const whole = ({ due, done }: Counts) => due + done

/** The figures of a community's day; every one leads to its list. `open` false: only looks on from above. */
export function DayFigures({ community, coverage }: { community: string; coverage: Coverage }) {
  const month = coverage.grids.reduce((all, grid) => all + grid.month.met, 0)
  const { open, urgent } = coverage
  const matters = () => go('/visits/pages/matters/index', { division: community })
  const registry = () => go('/people/pages/registry/index', { division: community })
  return (
    <Figures>
      <Figure
        label="要拿主意的"
        value={open}
        tone={urgent ? 'bad' : undefined}
        note={urgent ? `${urgent} 件急，先看` : open ? '都不急' : '都办完了'}
        onTap={matters}
      />
      <Figure
        label="今天该敲"
        value={sum(coverage, 'due') + sum(coverage, 'done')}
        note={`已敲 ${sum(coverage, 'knocked')} · 见到 ${sum(coverage, 'met')}`}
      />
      <Figure label="这个月见到" value={count(month)} note="次，门开着、人见着" />
      <Figure label="一共" value={count(coverage.doors)} note={`户，${coverage.grids.length} 个网格`} onTap={registry} />
    </Figures>
  )
}

/** Each grid's doors today: met, knocked, due; a bar with its figures, and the same in one sentence. */
export function GridBars({ coverage }: { coverage: Coverage }) {
  if (!coverage.grids.length) return <Empty title="还没有网格" words="先导入台账，网格和住户会一起建好。" drawing="search" />
  const rows = coverage.grids.map(({ grid, name, today }) => ({
    key: grid,
    name,
    done: today.met,
    tried: Math.max(0, today.knocked - today.met),
    whole: Math.max(whole(today), today.knocked),
    figures: `${today.met} / ${today.knocked} / ${whole(today)}`,
    onOpen: () => go('/visits/pages/today/index', { grid }),
  }))
  const left = sum(coverage, 'due')
  return (
    <Section title="各网格敲门" aside={<Words className="k-note">见到 / 敲过 / 该敲</Words>}>
      <Card>
        <Bars legend="各网格今天见到、敲过、该敲的户数" rows={rows} />
        <Box className="k-note">
          {left ? `绿色是见到的，黄色是敲了没见到的。全社区还有 ${left} 户没敲。` : '绿色是见到的，黄色是敲了没见到的。今天的门都敲过了。'}
        </Box>
      </Card>
    </Section>
  )
}
