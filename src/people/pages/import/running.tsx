import type { ImportJob } from '@domain/people/importing'
import { useEffect } from 'react'
import { download, sentence, start, useCall, useWrite } from '@/platform'
import { ask, Box, Button, Card, Loaded, Page, Para, Progress, toast, Wrong } from '@/ui'
import { Again, type Ways } from './again'
import { DivisionsTold, RosterTold } from './report'
import { isOpen, stateWord } from './words'

/** How often the server is asked how far it is. */
const EVERY = 800

/** A dry run or an import: how far it is, then what it says. It lives on the server: the page may be closed and opened again. */
export function Running({ id, ways }: { id: string; ways: Ways }) {
  const from = useCall('people.import_job', { job: id })
  const job = from.data
  const { retry } = from
  useEffect(() => {
    if (!isOpen(job)) return
    const timer = setTimeout(retry, EVERY)
    return () => clearTimeout(timer)
  }, [job, retry])
  return (
    <Page
      title={ways.kind === 'roster' ? '导入台账' : '导入行政区划'}
      {...headOf(job)}
      wide
      onBack={() => ways.to({})}
      footer={job ? <Next job={job} ways={ways} onCancelled={retry} /> : null}
    >
      <Loaded from={from} shape="figures">
        {now => <Told job={now} ways={ways} />}
      </Loaded>
    </Page>
  )
}

function headOf(job?: ImportJob): { heading?: string; aside?: string } {
  if (!job) return {}
  if (job.state === 'done' && job.mode === 'dry')
    return { heading: writes(job) > 0 ? '试算好了，还没有写进去' : '试算好了，没有要改的', aside: job.name }
  return { heading: job.state === 'failed' ? '这次没成' : stateWord(job), aside: job.name }
}

function Told({ job, ways }: { job: ImportJob; ways: Ways }) {
  if (isOpen(job)) return <Going job={job} />
  if (job.state === 'failed') return <Wrong>{job.why ?? '这次没成，请再试一次'}</Wrong>
  if (job.state === 'cancelled')
    return (
      <Card>
        <Para className="k-text">已经取消，什么都没有留下，和导入以前一样。</Para>
        <Again ways={ways} />
      </Card>
    )
  return (
    <Box className="k-stack">
      {job.report ? (
        <RosterTold report={job.report} applied={job.mode === 'apply'} onWorkbook={job.workbook ? () => fetchWorkbook(job) : undefined} />
      ) : null}
      {job.divisions ? <DivisionsTold report={job.divisions} applied={job.mode === 'apply'} /> : null}
      <Again ways={ways} />
    </Box>
  )
}

const Going = ({ job }: { job: ImportJob }) => (
  <Card>
    <Progress
      label={job.why ?? (job.mode === 'dry' ? '正在试算' : '正在导入')}
      done={job.done}
      whole={job.of}
      note="可以离开这一页，回来接着看。"
    />
  </Card>
)

async function fetchWorkbook(job: ImportJob) {
  try {
    await download(job.workbook ?? '', `${job.name.replace(/\.\w+$/, '')}-待确认.xlsx`)
  } catch (problem) {
    toast(sentence(problem), { tone: 'bad' })
  }
}

/** What can be done now: stop it, import what was counted, try again, or go on to the households. */
function Next({ job, ways, onCancelled }: { job: ImportJob; ways: Ways; onCancelled: () => void }) {
  if (isOpen(job)) return <Stop job={job} onCancelled={onCancelled} />
  if (job.state === 'cancelled') return null
  if (job.state === 'done' && (job.mode === 'apply' || writes(job) === 0)) return <Onward roster={ways.kind === 'roster'} />
  return <Run job={job} ways={ways} />
}

function Stop({ job, onCancelled }: { job: ImportJob; onCancelled: () => void }) {
  const cancel = useWrite('people.import_cancel')
  const stop = async () => {
    const words = job.mode === 'apply' ? '已经写进去的会全部撤回，和导入以前一样。' : '还什么都没有写进去。'
    if (!(await ask({ title: '停下来吗', words, yes: '停下来', no: '接着做', danger: true }))) return
    await cancel.run({ job: job.id })
    onCancelled()
  }
  return (
    <>
      {cancel.problem ? <Wrong>{cancel.problem}</Wrong> : null}
      <Button big kind="danger" disabled={job.why !== undefined} onTap={stop}>
        停下来
      </Button>
    </>
  )
}

/** Imports what the dry run counted, or tries again what failed. */
function Run({ job, ways }: { job: ImportJob; ways: Ways }) {
  const run = useWrite('people.import_run')
  const failed = job.state === 'failed'
  const again = async () => {
    const { file, kind, division, mapping } = job
    const next = await run.run({ file, kind, division, mode: failed ? job.mode : 'apply', ...(mapping ? { mapping } : {}) })
    if (next) ways.to({ job: next.id })
  }
  return (
    <>
      {run.problem ? <Wrong>{run.problem}</Wrong> : null}
      <Button big kind="primary" busy={run.busy} onTap={again}>
        {failed ? '再试一次' : applyWords(job)}
      </Button>
    </>
  )
}

const Onward = ({ roster }: { roster: boolean }) => (
  <Button big kind="primary" onTap={() => start(roster ? '/people/pages/registry/index' : '/pages/home/index')}>
    {roster ? '去看住户' : '好了'}
  </Button>
)

/** How many records a dry run found to write. */
function writes({ report, divisions }: ImportJob): number {
  if (divisions) return divisions.new + divisions.renamed.length
  if (!report) return 0
  return report.residents.new + report.residents.changed + report.households.new + report.households.changed
}

function applyWords({ report, divisions }: ImportJob): string {
  const people = report ? report.residents.new + report.residents.changed : 0
  if (divisions) return `导入 ${divisions.new + divisions.renamed.length} 个`
  return people > 0 ? `导入 ${people} 人` : `导入 ${report ? report.households.new + report.households.changed : 0} 户`
}
