import type { OutputOf } from '@domain'
import { FIELDS, type Field, type Mapping } from '@domain/people/importing'
import { missingIn } from '@domain/people/roster/head'
import { useState } from 'react'
import { Pick } from '@/people/pick'
import { useCall, useWrite } from '@/platform'
import { Box, Button, Buttons, Loaded, Page, Para, Row, Rows, Section, Sheet, Table, Tag, Wrong } from '@/ui'
import { Again, type Ways } from './again'
import { FIELD_WORDS } from './words'

type Look = OutputOf<'people.import_look'>

/** What each column seems to mean; the person corrects it before anything is counted. */
export function Columns({ file, ways }: { file: string; ways: Ways }) {
  const [sheet, setSheet] = useState<number>()
  const look = useCall('people.import_look', { file, division: ways.division, ...(sheet === undefined ? {} : { sheet }) })
  const [corrected, setCorrected] = useState<{ about: Look; columns: Field[] }>()
  const run = useWrite('people.import_run')
  const columns = corrected && corrected.about === look.data ? corrected.columns : look.data?.mapping.columns
  const missing = columns ? missingIn(columns) : []
  const mapping: Mapping | undefined = look.data && columns && { ...look.data.mapping, columns }
  const start = async () => {
    const job = await run.run({ file, kind: 'roster', division: ways.division, mode: 'dry', ...(mapping ? { mapping } : {}) })
    if (job) ways.to({ job: job.id })
  }
  const footer = (
    <Button big kind="primary" disabled={!mapping || missing.length > 0} busy={run.busy} onTap={start}>
      先试算一遍
    </Button>
  )
  return (
    <Page
      title="导入台账"
      heading={look.data ? '先看看列对不对' : '正在看这份文件'}
      aside={look.data && `${look.data.name} · ${look.data.rows} 行`}
      wide
      onBack={() => ways.to({})}
      footer={footer}
    >
      <Loaded from={look} shape="rows">
        {data => (
          <Box className="k-stack">
            {missing.length > 0 ? <Wrong>{`还没找到${missing.join('、')}，请点一下那一列告诉我`}</Wrong> : null}
            {run.problem ? <Wrong>{run.problem}</Wrong> : null}
            <Box className="k-split">
              <Meanings look={data} columns={columns ?? []} onChange={next => setCorrected({ about: data, columns: next })} />
              <Samples look={data} columns={columns ?? []} />
            </Box>
            <Buttons>
              {data.sheets.length > 1 ? (
                <Pick
                  title="表"
                  options={data.sheets.map((name, at) => ({ value: String(at), label: name }))}
                  value={String(data.mapping.sheet)}
                  onChange={at => setSheet(Number(at))}
                />
              ) : null}
              <Again ways={ways} />
            </Buttons>
          </Box>
        )}
      </Loaded>
      {look.state === 'error' ? <Again ways={ways} /> : null}
    </Page>
  )
}

interface Shown {
  look: Look
  columns: Field[]
}

function Meanings({ look, columns, onChange }: Shown & { onChange: (columns: Field[]) => void }) {
  const [open, setOpen] = useState<number>()
  const used = columns.flatMap((field, at) => (field === 'ignore' ? [] : [at]))
  const unused = columns.flatMap((field, at) => (field === 'ignore' && look.titles[at] ? [at] : []))
  const line = (at: number) => (
    <Row
      key={at}
      title={look.titles[at] || `第 ${at + 1} 列`}
      note={examples(look, at)}
      aside={<Tag tone={columns[at] === 'ignore' ? 'plain' : 'ok'}>{FIELD_WORDS[columns[at]]}</Tag>}
      label={`${look.titles[at]}，当作${FIELD_WORDS[columns[at]]}，点开改`}
      onTap={() => setOpen(at)}
    />
  )
  const choose = (field: Field) => {
    onChange(columns.map((one, at) => (at === open ? field : one === field && ONE.includes(field) ? 'ignore' : one)))
    setOpen(undefined)
  }
  return (
    <Box className="k-stack">
      <Rows title="这几列认出来了，不对就点一下改">{used.map(line)}</Rows>
      {unused.length > 0 ? <Rows title="这几列不用">{unused.map(line)}</Rows> : null}
      {open === undefined ? null : (
        <Sheet title={`“${look.titles[open] || `第 ${open + 1} 列`}”是什么`} onClose={() => setOpen(undefined)}>
          <Rows>
            {FIELDS.map(field => (
              <Row key={field} title={FIELD_WORDS[field]} aside={columns[open] === field ? '现在' : null} onTap={() => choose(field)} />
            ))}
          </Rows>
        </Sheet>
      )}
    </Box>
  )
}
/** Fields that only one column can be. */
const ONE: Field[] = FIELDS.filter(field => !['ignore', 'phone', 'tags', 'note'].includes(field))

/** The first three different things in a column. */
const examples = (look: Look, at: number) =>
  [...new Set(look.samples.map(row => row[at]).filter(Boolean))].slice(0, 3).join(' · ') || '前几行是空的'

/** The first rows as they will be understood. */
function Samples({ look, columns }: Shown) {
  const at = (field: Field) => columns.indexOf(field)
  const text = (row: string[], ...fields: Field[]) =>
    fields
      .map(field => row[at(field)] ?? '')
      .filter(Boolean)
      .join(' ')
  const rows = look.samples.slice(0, 5).map((row, n) => ({ row, key: String(n) }))
  return (
    <Section title="前几行会这样登记">
      <Table
        caption="前几行会这样登记"
        rows={rows}
        keyOf={one => one.key}
        columns={[
          { title: '姓名', cell: ({ row }) => text(row, 'name') || '空的' },
          { title: '住在', cell: ({ row }) => text(row, 'area', 'building', 'unit', 'room') || text(row, 'address') || '同上一行' },
          { title: '关系', cell: ({ row }) => text(row, 'relation') },
          { title: '类别', cell: ({ row }) => text(row, 'tags') },
        ]}
      />
      <Para className="k-note">身份证号和电话在这里只显示头尾；导入后加密保存。</Para>
    </Section>
  )
}
