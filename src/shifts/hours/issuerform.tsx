/** Who issues certificates here, how numbers begin, and what the city platform calls its columns. */
import type { CityField, Issuer } from '@domain/shifts/contract'
import { useState } from 'react'
import { useCall, useDeed } from '@/platform'
import { Box, Button, Callout, Field, Loaded, Section, toast, Wrong } from '@/ui'

const FIELDS: { [field in CityField]: string } = {
  ...{ cityId: '志愿者编号', name: '姓名', phone: '手机号', title: '活动名称', kind: '类别', day: '日期', begin: '开始时间' },
  ...{ end: '结束时间', hours: '几小时', minutes: '几分钟', source: '怎么记的', entry: '记录编号' },
}

export function IssuerForm({ community }: { community: string }) {
  const found = useCall('shifts.issuer', { community })
  return (
    <Loaded from={found} shape="form">
      {issuer => <Form key={issuer.version} issuer={issuer} onDone={found.retry} />}
    </Loaded>
  )
}

function Form({ issuer, onDone }: { issuer: Issuer; onDone: () => void }) {
  const deed = useDeed()
  const [name, setName] = useState(issuer.name)
  const [manager, setManager] = useState(issuer.manager)
  const [prefix, setPrefix] = useState(issuer.prefix)
  const [titles, setTitles] = useState<Partial<Record<CityField, string>>>(
    Object.fromEntries(issuer.columns.map(one => [one.field, one.title])),
  )
  const [problem, setProblem] = useState('')
  // in the order they stand in, new ones behind
  const order = [
    ...issuer.columns.map(one => one.field),
    ...(Object.keys(FIELDS) as CityField[]).filter(field => !issuer.columns.some(one => one.field === field)),
  ]
  const save = async () => {
    const columns = order.flatMap(field => (titles[field]?.trim() ? [{ field, title: titles[field].trim() }] : []))
    const { community, version } = issuer
    const form = { community, version, name: name.trim(), manager: manager.trim(), prefix: prefix.trim(), columns }
    const done = await deed('shifts.set_issuer', form)
    if (!done) return
    if (!done.ok) return setProblem(done.problem)
    setProblem('')
    toast('存好了')
    onDone()
  }
  return (
    <Box className="k-stack">
      <Section title="谁来出具">
        <Box className="h-half">
          <Field label="出具单位" value={name} onChange={setName} max={40} />
          <Field label="负责人" value={manager} onChange={setManager} max={20} />
          <Field
            label="编号的字号"
            hint={`编号会是 ${prefix || '沈和新志'}〔2026〕第 0001 号`}
            value={prefix}
            onChange={setPrefix}
            max={8}
          />
        </Box>
      </Section>
      <Section title="市里平台的列名">
        <Callout>平台没有公布格式。照着它的模板，把每一列的名字填上；不要的列就空着。</Callout>
        <Box className="h-columns">
          {order.map(field => (
            <Field
              key={field}
              label={FIELDS[field]}
              value={titles[field] ?? ''}
              onChange={title => setTitles(was => ({ ...was, [field]: title }))}
              max={20}
            />
          ))}
        </Box>
      </Section>
      {problem ? <Wrong>{problem}</Wrong> : null}
      <Button big kind="primary" disabled={!name.trim() || !manager.trim() || !prefix.trim()} onTap={save}>
        存好
      </Button>
    </Box>
  )
}
