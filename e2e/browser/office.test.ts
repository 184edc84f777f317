/** @jest-environment node */
/** A community begins with nothing: the first member from the command line, then everything through the app. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { caller } from './api'
import { enterByCode } from './enter'
import type { Person } from './person'
import { onStage } from './stage'
import { putRight, SMALL } from './workbook'

const stage = onStage({ demo: false })
const CITY = '19900007001'
const OFFICE = '19900007002'
const COMMUNITY = '210102025015'
const SHARED = path.resolve(__dirname, '../../../shared/data')
const CSV = `code,name,level,parent
2101,沈阳市,city,
210102,和平区,district,2101
210102025,和平新村街道,street,210102
210102025015,和平新村社区,community,210102025
`
/** The city's own list where it lies beside the repository, a small one otherwise. */
const divisions = existsSync(path.join(SHARED, 'shenyang-divisions.csv'))
  ? readFileSync(path.join(SHARED, 'shenyang-divisions.csv'))
  : Buffer.from(CSV)

const IMPORT = '/#/people/pages/import/index'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function signedIn(phone: string, wide = true): Promise<Person> {
  const person = await stage.arrives({ wide })
  await enterByCode(person, stage.server, phone)
  return person
}

/** Chooses a roster, tries it, reads the report, imports it. */
async function importRoster(person: Person, name: string, buffer: Buffer): Promise<void> {
  await person.page.goto(stage.server.url + IMPORT)
  await person.gives('选一份文件', { name, mimeType: xlsx, buffer })
  await person.tap('先试算一遍')
  await person.sees(/试算好了/)
}
async function writeIn(person: Person): Promise<void> {
  await person.tap(/^(导入 \d+ [人户]|照样导入)$/)
  await person.sees('导入好了')
}

test('the first member comes from the command line and signs in with the code the console prints', async () => {
  const file = path.join(stage.server.data, 'divisions.csv')
  writeFileSync(file, divisions)
  await stage.server.run('import', 'divisions', file)
  const said = await stage.server.run('member', 'add', '--phone', CITY, '--name', '周立', '--role', 'city', '--scope', '2101')
  expect(said).toContain('周立')
  const person = await signedIn(CITY)
  await person.sees('今天')
})

test('the city imports a newer list of divisions through the app; a second time changes nothing', async () => {
  const person = await signedIn(CITY)
  const lines = divisions.toString('utf8').trim().split(/\r?\n/)
  const renamed = lines.map(line => line.replace(/^(210102025015),[^,]+/, '$1,和平新村第一社区'))
  const newer = Buffer.from([...renamed, '210199,新区,district,2101'].join('\n'))
  for (const words of ['导入 2 个', '']) {
    await person.page.goto(`${stage.server.url}${IMPORT}?kind=divisions`)
    await person.gives('选一份文件', { name: '区划.csv', mimeType: 'text/csv', buffer: newer })
    if (words) await person.tap(words)
    await person.sees(words ? '导入好了' : '试算好了，没有要改的')
    await person.page.goto(`${stage.server.url}/#/pages/home/index`)
  }
})

test('the office reads what is wrong, downloads those rows, corrects them and has everybody in the registry', async () => {
  await stage.server.run('member', 'add', '--phone', OFFICE, '--name', '林工', '--role', 'community', '--scope', COMMUNITY)
  const person = await signedIn(OFFICE)
  await importRoster(person, SMALL.name, await SMALL.bytes())
  for (const words of ['身份证号对不上', '没有姓名', '一个人登记在两户']) await person.sees(words)
  await writeIn(person)
  const workbook = await person.takes('下载要改的这些行')
  const corrected = await putRight(workbook)
  await importRoster(person, '改好了.xlsx', corrected)
  await person.sees('都清楚')
  await writeIn(person)
  await person.tap('去看住户')
  for (const name of ['李桂兰', '阿依古丽·买买提', '王㛃', '张三丰', '钱补名']) {
    await person.types('找人、找门', name)
    await person.page
      .getByText(new RegExp(`^${name[0]}\\S*\\*`))
      .filter({ visible: true })
      .first()
      .waitFor()
  }
})

const samples = path.join(SHARED, 'rosters')
const sample = existsSync(samples) ? readdirSync(samples).find(name => name.endsWith('.xlsx')) : undefined
if (!sample) process.stderr.write(`\nSKIPPED the sample roster through the app: no workbook in ${path.relative(process.cwd(), samples)}\n`)
const withSample = sample ? test : test.skip

withSample('the sample roster of 1,200 households goes through the app', async () => {
  const person = await signedIn(OFFICE)
  await importRoster(person, sample ?? '', readFileSync(path.join(samples, sample ?? '')))
  await person.sees('一个人登记在两户')
  await writeIn(person)
  await person.tap('去看住户')
  await person.sees(/^1,2\d\d 户/)
  const token = await stage.server.session(OFFICE)
  const { items } = await caller(stage.server.url, token).call('people.households', { division: COMMUNITY })
  expect(items.length).toBeGreaterThan(10)
})
