/** What a payer owes for a month, by person, and the files with every meal behind it. */
import type { OutputOf } from '@domain'
import type { Giver } from '@domain/meals/contract/money'
import { yuan } from '@domain/meals/money'
import { useState } from 'react'
import { download, sentence, useCall, useWide, useWrite } from '@/platform'
import { Box, Button, Buttons, Card, Empty, List, Loaded, Section, Table, Tabs, toast, Wrong } from '@/ui'

const GIVERS: { value: Giver; label: string }[] = [
  { value: 'government', label: '政府' },
  { value: 'enterprise', label: '企业' },
  { value: 'charity', label: '慈善' },
]
type Claimed = OutputOf<'meals.claim'>

export function Claim({ community, month }: { community: string; month: string }) {
  const [giver, setGiver] = useState<Giver>('government')
  const from = useCall('meals.claim', { community, giver, month })
  const name = GIVERS.find(one => one.value === giver)?.label ?? ''
  const empty = <Empty title={`这个月没有要${name}出的钱`} words="有人按优惠吃了饭，补的那一份就会记在这里。" />
  return (
    <Section title="向谁申报">
      <Tabs label="谁出的钱" tabs={GIVERS} value={giver} onChange={setGiver} />
      <Loaded from={from} shape="rows" empty={empty} isEmpty={data => data.meals === 0}>
        {data => (
          <Box className="k-stack">
            <Card
              title={`${name}要出 ${yuan(data.fen)}`}
              note={`${data.rows.length} 人吃了 ${data.meals} 顿，餐费一共 ${yuan(data.total)}`}
            >
              <Files community={community} giver={giver} month={month} />
            </Card>
            <People data={data} name={name} />
          </Box>
        )}
      </Loaded>
    </Section>
  )
}

function Files(asked: { community: string; giver: Giver; month: string }) {
  const make = useWrite('meals.claim_file')
  const take = async (form: 'csv' | 'xlsx') => {
    const made = await make.run({ ...asked, form })
    if (!made) return
    try {
      await download(made.file, made.name)
    } catch (problem) {
      toast(sentence(problem), { tone: 'bad' })
    }
  }
  return (
    <Box className="k-stack">
      {make.problem ? <Wrong>{make.problem}</Wrong> : null}
      <Buttons>
        <Button icon="download" kind="soft" busy={make.busy} onTap={() => take('xlsx')}>
          下载电子表格
        </Button>
        <Button icon="download" busy={make.busy} onTap={() => take('csv')}>
          下载文本表格
        </Button>
      </Buttons>
      <Box className="k-note">下载的里面有全名和每一顿饭，谁下载过都会记下来。</Box>
    </Box>
  )
}

function People({ data, name }: { data: Claimed; name: string }) {
  const wide = useWide()
  const keyed = data.rows.map((row, at) => ({ ...row, key: String(at) }))
  if (wide)
    return (
      <Table
        caption={`${name}要出的，按人`}
        rows={keyed}
        keyOf={one => one.key}
        columns={[
          { title: '谁', cell: one => one.who },
          { title: '年龄', right: true, cell: one => one.age ?? '没登记' },
          { title: '几顿', right: true, cell: one => one.meals },
          { title: '餐费', right: true, cell: one => yuan(one.total) },
          { title: `${name}出`, right: true, cell: one => yuan(one.fen) },
        ]}
      />
    )
  return (
    <List items={keyed} keyOf={one => one.key} unit="人" label={`${name}要出的，按人`}>
      {one => (
        <Card
          title={one.who}
          aside={yuan(one.fen)}
          note={[one.age === undefined ? '' : `${one.age} 岁`, `${one.meals} 顿`, `餐费 ${yuan(one.total)}`].filter(Boolean).join(' · ')}
        />
      )}
    </List>
  )
}
