import type { OutputOf } from '@domain'
import { useEffect, useState } from 'react'
import { call, go, useCall } from '@/platform'
import { Box, Card, Empty, Loaded, Row, Rows, Table, Tag } from '@/ui'
import { DayFigures, GridBars } from './coverage'

type Coverage = OutputOf<'visits.coverage'>
type Part = OutputOf<'people.divisions'>['items'][number]

const open = (part: Part) => go('/pages/area/index', { division: part.code, name: part.name })

/** A division seen from above: a community's day, a street's communities with their figures, or the divisions below. */
export function Area({ division }: { division: string }) {
  return division.length === 12 ? <CommunityDay community={division} /> : <Below division={division} />
}

function CommunityDay({ community }: { community: string }) {
  const coverage = useCall('visits.coverage', { community }, { keep: `area-${community}` })
  return (
    <Loaded from={coverage} shape="figures">
      {data => (
        <Box className="k-stack">
          <DayFigures community={community} coverage={data} />
          <GridBars coverage={data} />
        </Box>
      )}
    </Loaded>
  )
}

function Below({ division }: { division: string }) {
  const below = useCall('people.divisions', { parent: division }, { keep: `below-${division}` })
  return (
    <Loaded from={below} shape="rows" empty={<Empty title="下面还没有导入区划" words="请管系统的人先导入区划表。" drawing="search" />}>
      {({ items }) =>
        division.length === 9 ? (
          <Communities parts={items} />
        ) : (
          <Rows>
            {items.map(part => (
              <Row key={part.code} title={part.name} aside={part.children ? `${part.children} 个` : undefined} onTap={() => open(part)} />
            ))}
          </Rows>
        )
      }
    </Loaded>
  )
}

/** The figures of every community of a street; one that cannot be read stays a dash. */
function useCoverages(codes: string): { [code: string]: Coverage } {
  const [found, setFound] = useState<{ [code: string]: Coverage }>({})
  useEffect(() => {
    let alive = true
    for (const community of codes.split(' ').filter(Boolean))
      call('visits.coverage', { community }).then(
        coverage => alive && setFound(was => ({ ...was, [community]: coverage })),
        () => {},
      )
    return () => {
      alive = false
    }
  }, [codes])
  return found
}

function Communities({ parts }: { parts: Part[] }) {
  const found = useCoverages(parts.map(({ code }) => code).join(' '))
  const total = (part: Part, count: (coverage: Coverage) => number) => (found[part.code] ? String(count(found[part.code])) : '—')
  const sum = (field: 'due' | 'done' | 'knocked' | 'met') => (coverage: Coverage) =>
    coverage.grids.reduce((all, { today }) => all + today[field], 0)
  const urgent = parts.filter(({ code }) => found[code]?.urgent)
  const bare = parts.filter(({ code }) => found[code]?.doors === 0)
  return (
    <Box className="k-stack">
      {urgent.length ? (
        <Card title={`${urgent.length} 个社区有急事没定`} edge="bad" note={urgent.map(({ name }) => name).join('、')} />
      ) : null}
      {bare.length < parts.length ? (
        <Table
          caption="各社区今天的敲门"
          rows={parts.filter(part => !bare.includes(part))}
          keyOf={({ code }) => code}
          onOpen={open}
          columns={[
            { title: '社区', cell: ({ name }) => name },
            { title: '户数', right: true, cell: part => total(part, ({ doors }) => doors) },
            { title: '今天该敲', right: true, cell: part => total(part, coverage => sum('due')(coverage) + sum('done')(coverage)) },
            { title: '已敲', right: true, cell: part => total(part, sum('knocked')) },
            { title: '见到', right: true, cell: part => total(part, sum('met')) },
            { title: '要拿主意的', right: true, cell: part => <Open coverage={found[part.code]} /> },
          ]}
        />
      ) : null}
      {bare.length ? <Card title={`${bare.length} 个社区还没有导入住户`} note={bare.map(({ name }) => name).join('、')} /> : null}
    </Box>
  )
}

const Open = ({ coverage }: { coverage?: Coverage }) => {
  if (!coverage?.urgent) return coverage ? coverage.open : '—'
  return <Tag tone="bad">{`${coverage.open} 件，${coverage.urgent} 件急`}</Tag>
}
