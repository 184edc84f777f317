/** For who looks after a street, a district or the city: first a community, chosen step by step down the divisions. */
import { useState } from 'react'
import { useCall } from '@/platform'
import { Button, Empty, Loaded, Page, Row, Rows } from '@/ui'

const BELOW: { [level: string]: string } = { city: '个区县', district: '个街道', street: '个社区', community: '' }

export interface CommunityProps {
  title: string
  tab?: string
  /** Where to begin: the person's own division. */
  division: string
  onChoose: (community: string) => void
}

export function Community({ title, tab, division, onChoose }: CommunityProps) {
  const [path, setPath] = useState<string[]>([])
  const parent = path[path.length - 1] ?? division
  const divisions = useCall('people.divisions', parent ? { parent } : null, { keep: `divisions/${parent}` })
  if (!division)
    return (
      <Page title={title} tab={tab}>
        <Empty title="这里是网格员和社区用的" words="您现在没有要照看的网格或社区。" />
      </Page>
    )
  return (
    <Page title={title} tab={tab} heading="先选一个社区">
      {path.length ? (
        <Button icon="left" onTap={() => setPath(path.slice(0, -1))}>
          退回上一级
        </Button>
      ) : null}
      <Loaded from={divisions} shape="rows" empty={<Empty title="下面还没有社区" words="先导入行政区划。" />}>
        {page => (
          <Rows>
            {page.items.map(({ code, name, level, children }) => (
              <Row
                key={code}
                title={name}
                note={BELOW[level] ? `${children} ${BELOW[level]}` : undefined}
                onTap={() => (level === 'community' ? onChoose(code) : setPath([...path, code]))}
              />
            ))}
          </Rows>
        )}
      </Loaded>
    </Page>
  )
}
