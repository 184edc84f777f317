/**
 * `npm run import -- roster FILE --community CODE [--dry-run] [--json] [--data DIR]`
 * `npm run import -- divisions FILE [--dry-run] [--json] [--data DIR]`
 * The same import as in the app, through the same door: with a server running, through it; else on the data folder itself.
 * With `--json` nothing but the report is printed on stdout.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { InputOf } from '@domain'
import type { DivisionsReport, ImportJob, Report } from '@domain/people/importing'
import { DECISIONS, type Decision, NOTES, REPAIRS } from '@domain/people/roster/kinds'
import { Refusal } from '../../_kit/refuse'
import type { Operator } from '../operator'
import { asOperator, Said } from './operate'

const HOW = `写成这样：
  npm run import -- roster 台账.xlsx --community 社区代码 [--dry-run] [--json] [--data 数据文件夹]
  npm run import -- divisions 区划.csv [--dry-run] [--json] [--data 数据文件夹]`
const OPTIONS = {
  community: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  data: { type: 'string' },
} as const

interface Given {
  kind: 'roster' | 'divisions'
  file: string
  community?: string
  dry: boolean
  json: boolean
  data: string
}

function read(argv: string[]): Given {
  const { values, positionals } = parsed(argv)
  const [kind, file] = positionals
  if (kind !== 'roster' && kind !== 'divisions') throw new Said(HOW)
  if (!file) throw new Said(`还要说导入哪个文件。\n${HOW}`)
  if (kind === 'roster' && !/^\d{12}$/.test(values.community ?? ''))
    throw new Said('台账要导入到一个社区，请写 --community 和 12 位社区代码。')
  const data = path.resolve(values.data ?? process.env.LIANGLIN_DATA ?? 'data')
  return { kind, file, community: values.community, dry: values['dry-run'] ?? false, json: values.json ?? false, data }
}

function parsed(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Said(`看不懂这个选项：${error instanceof Error ? error.message : error}\n${HOW}`)
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error: { code?: string }) => {
    throw new Said(error.code === 'ENOENT' ? `没有 ${file} 这个文件。` : `读不了 ${file}（${error.code}）。`)
  })
}

/** Files the workbook, starts the job, and waits until it has ended. */
async function through(operator: Operator, given: Given): Promise<ImportJob> {
  const { kind, dry, file } = given
  const division = given.community ?? (await city(operator))
  if (kind === 'roster') await mustKnow(operator, division)
  const id = await operator.put(await bytesOf(file))
  await operator.call('files.file', { file: id, division, kind: 'workbook', name: path.basename(file).slice(0, 120) })
  const job = await started(operator, { file: id, kind, division, mode: dry ? 'dry' : 'apply' }, given)
  for (;;) {
    await operator.tick()
    const now = await operator.call('people.import_job', { job })
    if (!given.json && process.stderr.isTTY) process.stderr.write(`\r${dry ? '试算' : '导入'} ${now.done}%   `)
    if (now.state === 'done') return now
    if (now.state === 'failed' || now.state === 'cancelled') throw new Said(now.why ?? '这次导入被取消了。')
    await new Promise(resolve => setTimeout(resolve, 150))
  }
}

/** How long an import that is still going on (or was killed and is being finished) is waited for, in ms. */
const PATIENCE = 5 * 60_000

/** Starts the job; where another import of the place is still open, that one is let finish first. */
async function started(operator: Operator, input: InputOf<'people.import_run'>, { json }: Given): Promise<string> {
  const until = Date.now() + PATIENCE
  for (let told = false; ; told = true) {
    try {
      return (await operator.call('people.import_run', input)).id
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'people.import_busy' || Date.now() > until) throw error
      if (!told && !json) console.error('上一次导入还没完，先等它做完。')
      await operator.tick()
      await new Promise(resolve => setTimeout(resolve, 1000))
    }
  }
}

async function mustKnow(operator: Operator, community: string) {
  await operator.call('people.place', { division: community }).catch(error => {
    if (error instanceof Refusal && error.code === 'people.not_there')
      throw new Said(`还不认识 ${community} 这个社区。先导入行政区划：npm run import -- divisions 区划.csv`)
    throw error
  })
}

/** Where a list of divisions is filed: the city that is known, else a city's code that stands for none yet. */
const city = async (operator: Operator) => (await operator.call('people.divisions', {})).items[0]?.code ?? '0000'

function tellRoster({ rows, households, residents, decisions, repairs, notes }: Report, dry: boolean) {
  const kinds = new Map<string, number[]>()
  for (const { kind, row } of decisions) kinds.set(kind, [...(kinds.get(kind) ?? []), row])
  const of = (one: { new: number; changed: number; unchanged: number }) => `新增 ${one.new}，有变化 ${one.changed}，没变化 ${one.unchanged}`
  console.log(`${dry ? '试算好了，什么都没有写进去' : '导入好了'}。一共 ${rows} 行\n  户：${of(households)}\n  人：${of(residents)}`)
  if (kinds.size > 0) console.log(`\n要人来定的 ${decisions.length} 处：`)
  for (const [kind, at] of kinds)
    console.log(`  ${DECISIONS[kind as Decision].name} ${at.length} 处：第 ${at.slice(0, 12).join('、')}${at.length > 12 ? ' …' : ''} 行`)
  say('已经改好的', repairs, REPAIRS)
  say('照原样收下的', notes, NOTES)
}

function say(title: string, counts: { [kind: string]: number }, words: { [kind: string]: string }) {
  const kinds = Object.entries(counts)
  if (kinds.length > 0) console.log(`\n${title}：`)
  for (const [kind, count] of kinds) console.log(`  ${words[kind] ?? kind}：${count}`)
}

function tellDivisions(report: DivisionsReport, dry: boolean) {
  console.log(
    `${dry ? '试算好了，什么都没有写进去' : '导入好了'}。一共 ${report.rows} 行，新增 ${report.new}，改名 ${report.renamed.length}，没变化 ${report.unchanged}`,
  )
  for (const { code, from, to } of report.renamed.slice(0, 50)) console.log(`  ${code} ${from} → ${to}`)
}

function tell(job: ImportJob, { dry, json }: Given) {
  const report = job.report ?? job.divisions
  if (json) return console.log(JSON.stringify(report))
  if (process.stderr.isTTY) process.stderr.write('\r')
  if (job.report) tellRoster(job.report, dry)
  if (job.divisions) tellDivisions(job.divisions, dry)
}

/** Runs the command; the exit code. What went wrong is one sentence on stderr. */
export const run = (argv: string[]): Promise<number> =>
  asOperator(() => {
    const given = read(argv)
    return { data: given.data, work: async operator => tell(await through(operator, given), given) }
  })

/** What scripts/run.mjs calls. */
export async function main(argv: string[]): Promise<void> {
  process.exitCode = await run(argv)
}
