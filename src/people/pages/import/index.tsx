import { useState } from 'react'
import { Community } from '@/people/wider'
import { membership, replace, useMe, useQuery } from '@/platform'
import { Empty, Page, Row, Rows } from '@/ui'
import type { Ways } from './again'
import { Begin } from './begin'
import { Columns } from './columns'
import { Running } from './running'

const HERE = '/people/pages/import/index'

/** Importing a roster into a community; for the district and the city also the list of divisions. */
export default function Screen() {
  const me = useMe()
  const query = useQuery()
  const held = membership(me, 'community', 'district', 'city')
  const [choosing, setChoosing] = useState(false)
  const kind = query.kind === 'divisions' ? 'divisions' : 'roster'
  const division = kind === 'divisions' || held?.scope.length === 12 ? held?.scope : query.community
  if (!held)
    return (
      <Page title="导入台账">
        <Empty title="这里是社区用的" words="台账由社区、区里和市里的工作人员导入。" />
      </Page>
    )
  if (choosing) return <Community title="导入台账" division={held.scope} onChoose={community => replace(HERE, { community })} />
  if (!division || (held.scope.length < 12 && !query.kind && !query.community))
    return <Kinds onRoster={() => setChoosing(true)} onDivisions={() => replace(HERE, { kind: 'divisions' })} />
  const ways: Ways = { division, kind, to: next => replace(HERE, { kind: query.kind, community: query.community, ...next }) }
  if (query.job) return <Running key={query.job} id={query.job} ways={ways} />
  return query.file ? <Columns key={query.file} file={query.file} ways={ways} /> : <Begin ways={ways} />
}

const Kinds = ({ onRoster, onDivisions }: { onRoster: () => void; onDivisions: () => unknown }) => (
  <Page title="导入" heading="导入什么">
    <Rows>
      <Row icon="people" title="居民台账" note="先选一个社区，再选文件" onTap={onRoster} />
      <Row icon="building" title="行政区划" note="区县、街道、社区的代码和名称" onTap={onDivisions} />
    </Rows>
  </Page>
)
