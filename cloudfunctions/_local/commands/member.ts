/**
 * `npm run member -- add --phone 13800138000 --name 王芳 --role community --scope 210102025015 [--since DAY] [--until DAY] [--data DIR]`
 * `npm run member -- list [--scope CODE]` · `npm run member -- end --membership ID [--on DAY] [--reason 调走了]`
 * The first account of a place without demo data, and every later one, through the same door as the app: audited as the operator of the machine.
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { Member } from '@domain/account/contract'
import { ROLES, type Role } from '@domain/contract'
import { dayOf } from '../../_kit/time'
import type { Operator } from '../operator'
import { asOperator, Said } from './operate'

const NAMES: Record<Role, string> = {
  resident: '居民',
  family: '家属',
  volunteer: '志愿者',
  lead: '志愿队长',
  kitchen: '厨房',
  grid: '网格员',
  community: '社区工作者',
  street: '街道工作者',
  district: '区工作者',
  city: '市工作者',
  admin: '系统管理',
  security: '安全管理',
  auditor: '审计',
}
const STATES = { now: '在任', later: '未开始', ended: '已结束' }
const HOW = `写成这样：
  npm run member -- add --phone 手机号 --name 姓名 --role ${Object.keys(NAMES).slice(5, 10).join('|')} --scope 区划代码
  npm run member -- list [--scope 区划代码]
  npm run member -- end --membership 编号 [--on 日期] [--reason 原因]`

type Given = { [option: string]: string | undefined }

function need(given: Given, option: string): string {
  const value = given[option]?.trim()
  if (!value) throw new Said(`还缺 --${option}。\n${HOW}`)
  return value
}

function roleOf(given: Given): Role {
  const word = need(given, 'role')
  const role = ROLES.find(one => one === word || NAMES[one] === word)
  if (!role) throw new Said(`没有 ${word} 这个身份，可以用的是：${ROLES.map(one => `${one}（${NAMES[one]}）`).join(' ')}`)
  return role
}

async function add(operator: Operator, given: Given, today: string) {
  const [phone, name, role, scope] = [need(given, 'phone'), need(given, 'name'), roleOf(given), need(given, 'scope')]
  const { since = today, until } = given
  const { id } = await operator.call('account.assign', { phone, name, role, scope, since, ...(until ? { until } : {}) })
  const { names } = await operator.call('people.place', { division: scope })
  console.log(`好了：${name} 从 ${since} 起是${names.slice(-2).join('')}的${NAMES[role]}。用手机号收验证码就能登录。\n编号 ${id}`)
}

const line = ({ membership, name, phone, state }: Member) => {
  const days = `${membership.since} 起${membership.until ? `，到 ${membership.until}` : ''}`
  return `${name}  ${phone}  ${NAMES[membership.role]}  ${membership.place}  ${days}  ${STATES[state]}\n    编号 ${membership.id}`
}

async function list(operator: Operator, given: Given) {
  const division = given.scope ?? (await operator.call('people.divisions', {})).items[0]?.code
  if (!division) return console.log('还没有行政区划。先导入：npm run import -- divisions 文件')
  let after: string | undefined
  let shown = 0
  do {
    const page = await operator.call('account.members', { division, ...(after ? { after } : {}) })
    for (const member of page.items) console.log(line(member))
    shown += page.items.length
    after = page.after
  } while (after)
  if (shown === 0) console.log('还没有人。用 npm run member -- add 加第一个。')
}

async function end(operator: Operator, given: Given, today: string) {
  const on = given.on ?? today
  await operator.call('account.end_membership', { membership: need(given, 'membership'), on, reason: given.reason ?? '命令行结束' })
  console.log(`好了：${on} 之后不再有这个身份。`)
}

const COMMANDS: { [name: string]: (operator: Operator, given: Given, today: string) => Promise<void> } = { add, list, end }
const OPTIONS = ['phone', 'name', 'role', 'scope', 'since', 'until', 'membership', 'on', 'reason', 'data']

function read(argv: string[]): { command: string; given: Given } {
  try {
    const options = Object.fromEntries(OPTIONS.map(name => [name, { type: 'string' as const }]))
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true })
    return { command: positionals[0] ?? '', given: values as Given }
  } catch (error) {
    throw new Said(`看不懂这个选项：${error instanceof Error ? error.message : error}\n${HOW}`)
  }
}

/** Runs the command; the exit code. What went wrong is one sentence on stderr. */
export const run = (argv: string[]): Promise<number> =>
  asOperator(() => {
    const { command, given } = read(argv)
    const work = COMMANDS[command]
    if (!work) throw new Said(HOW)
    const data = path.resolve(given.data ?? process.env.LIANGLIN_DATA ?? 'data')
    return { data, work: operator => work(operator, given, dayOf(Date.now())) }
  })

/** What scripts/run.mjs calls. */
export async function main(argv: string[]): Promise<void> {
  process.exitCode = await run(argv)
}
