import type { DivisionsReport, Report } from '@domain/people/importing'
import { DECISIONS, type Decision, NOTES, REPAIRS } from '@domain/people/roster/kinds'
import { useState } from 'react'
import { Box, Button, Card, count, Figure, Figures, Para, Row, Rows, Section, Tag } from '@/ui'
import { changesLine } from './words'

interface Told {
  report: Report
  applied: boolean
  onWorkbook?: () => Promise<void>
}

/** The report of a roster: first what changes, then what a person must say, then what was put right and what was taken as it is. */
export function RosterTold({ report, applied, onWorkbook }: Told) {
  const { households, residents, decisions, repairs, notes } = report
  return (
    <>
      <Figures>
        <Figure
          label={applied ? '登记了的户' : '会登记的户'}
          value={count(households.new + households.changed)}
          note={changesLine(households)}
        />
        <Figure
          label={applied ? '登记了的人' : '会登记的人'}
          value={count(residents.new + residents.changed)}
          note={changesLine(residents)}
        />
        <Figure
          label="要人来定"
          value={count(decisions.length)}
          tone={decisions.length ? 'warn' : 'ok'}
          note={decisions.length ? '下面一行一行说' : '都清楚'}
        />
      </Figures>
      {decisions.length > 0 ? <Decisions decisions={decisions} onWorkbook={onWorkbook} /> : null}
      <Box className="k-split">
        <Counted title="已经改好的" counts={repairs} words={REPAIRS} />
        <Counted title="照原样收下的" counts={notes} words={NOTES} />
      </Box>
    </>
  )
}

function Decisions({ decisions, onWorkbook }: { decisions: Report['decisions']; onWorkbook?: () => Promise<void> }) {
  const kinds = [...new Set(decisions.map(one => one.kind))] as Decision[]
  const rowsOf = (kind: string) => decisions.filter(one => one.kind === kind).map(one => one.row)
  return (
    <Section title="要人来定的">
      {onWorkbook ? (
        <Card title="改好了再导入一次">
          <Box className="k-stack">
            <Para className="k-note">下载这些行，照“怎么改”一栏改好，当作一份新文件导入，不会重复登记。</Para>
            <Button icon="download" onTap={onWorkbook}>
              下载要改的这些行
            </Button>
          </Box>
        </Card>
      ) : null}
      {kinds.map(kind => (
        <Asked key={kind} kind={kind} rows={rowsOf(kind)} />
      ))}
    </Section>
  )
}

const FEW = 12

function Asked({ kind, rows }: { kind: Decision; rows: number[] }) {
  const [all, setAll] = useState(false)
  const told = DECISIONS[kind]
  const shown = all ? rows : rows.slice(0, FEW)
  return (
    <Card title={told.name} aside={<Tag tone="warn">{`${rows.length} 处`}</Tag>} note={`${told.why}。${told.how}。`}>
      <Para className="k-text">{`表格第 ${shown.join('、')} 行`}</Para>
      {rows.length > shown.length ? (
        <Button kind="quiet" onTap={() => setAll(true)}>{`还有 ${rows.length - shown.length} 行，都看看`}</Button>
      ) : null}
    </Card>
  )
}

const Counted = ({ title, counts, words }: { title: string; counts: { [kind: string]: number }; words: { [kind: string]: string } }) =>
  Object.keys(counts).length > 0 ? (
    <Rows title={title}>
      {Object.entries(counts).map(([kind, n]) => (
        <Row key={kind} title={words[kind] ?? kind} aside={`${count(n)} 处`} />
      ))}
    </Rows>
  ) : null

/** The report of a list of divisions. */
export function DivisionsTold({ report, applied }: { report: DivisionsReport; applied: boolean }) {
  return (
    <>
      <Figures>
        <Figure label={applied ? '新增了' : '会新增'} value={count(report.new)} />
        <Figure label="改了名字" value={count(report.renamed.length)} />
        <Figure label="没变化" value={count(report.unchanged)} />
      </Figures>
      {report.renamed.length > 0 ? (
        <Rows title="改了名字的">
          {report.renamed.slice(0, 100).map(one => (
            <Row key={one.code} title={one.to} note={`原来叫${one.from}`} />
          ))}
        </Rows>
      ) : null}
    </>
  )
}
