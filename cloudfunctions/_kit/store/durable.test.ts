/** Promised is kept: processes are killed, starved of disk, and cut from power. LIANGLIN_ROUNDS=100 for a long run. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from './driver'
import { Unusable } from './port'
import { openStore } from './sqlite'
import { bundled, started, until } from './suite/child'
import { visits } from './suite/visits'

const ROUNDS = Number(process.env.LIANGLIN_ROUNDS ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'lianglin-durable-'))
let program: ReturnType<typeof bundled>
beforeAll(async () => {
  program = bundled('load')
})
afterAll(() => {
  program.gone()
  rmSync(folder, { recursive: true, force: true })
})

async function fresh(name: string): Promise<string> {
  const file = join(folder, name)
  const store = await openStore({ file, collections: visits })
  await store.load('doors', [{ _id: 'door', visits: 0 }])
  await store.close()
  return file
}

/** Everything promised is there, whole, and the file is sound. Answers how many visits there are. */
async function checked(file: string, promised: Set<string>): Promise<number> {
  const store = await openStore({ file, collections: visits })
  let there = 0
  let lost = promised.size
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await store.find('visits', { where: {}, limit: 1000, after })
    for (const visit of page.items) {
      there++
      if (promised.has(visit._id)) lost--
      expect(await store.get('keys', `k${visit._id}`)).not.toBeNull()
    }
    after = page.after
  }
  expect({ lost, keys: await store.count('keys', {}), tagged: await store.count('visits', { grid: '001', tags: { has: 'x' } }) }).toEqual({
    lost: 0,
    keys: there,
    tagged: there,
  })
  expect(await store.get('doors', 'door')).toEqual({ _id: 'door', visits: there })
  await store.close()
  await sound(file)
  return there
}

async function sound(file: string) {
  const db = await connect(file)
  expect(
    db
      .sql('PRAGMA integrity_check')
      .all()
      .map(row => row.integrity_check),
  ).toEqual(['ok'])
  db.close()
}

test(
  `killed in the middle of work ${ROUNDS} times, not one promised visit is lost`,
  async () => {
    const file = await fresh('killed.db')
    const promised = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      const run = started(program.file, [file, String(round * 1_000_000)])
      await until(() => run.lines.length > 50)
      await new Promise(next => setTimeout(next, Math.random() * 400))
      run.child.kill('SIGKILL')
      await run.ended
      for (const id of run.lines.slice(1)) promised.add(id)
      expect(await checked(file, promised)).toBeGreaterThanOrEqual(promised.size)
    }
    expect(promised.size).toBeGreaterThan(ROUNDS * 50)
  },
  60_000 + ROUNDS * 5000,
)

test('on a full disk the worker is told, nothing more is written, and what was promised stays', async () => {
  const file = await fresh('full.db')
  const run = started(program.file, [file, '0'], { shell: 'ulimit -f 600' })
  expect(await run.ended).toBe(3)
  expect(run.lines.at(-1)).toContain('磁盘')
  const promised = new Set(run.lines.slice(1, -1))
  expect(promised.size).toBeGreaterThan(16)
  await checked(file, promised)
}, 180_000)

test('while one program has the store open, a second is told so in one sentence', async () => {
  const file = await fresh('shared.db')
  const run = started(program.file, [file, '0'])
  await until(() => run.lines.length > 1)
  await expect(openStore({ file, collections: visits })).rejects.toThrow(Unusable)
  await expect(openStore({ file, collections: visits })).rejects.toThrow('已经有一个程序开着这份数据')
  run.child.kill('SIGKILL')
  await run.ended
  const store = await openStore({ file, collections: visits })
  const again = started(program.file, [file, '9000000'])
  expect(await again.ended).toBe(3)
  expect(again.lines.join()).toContain('failed Error 已经有一个程序开着这份数据')
  await store.close()
}, 180_000)

const compiler = ['cc', 'gcc', 'clang'].find(name => hasProgram(name))
/** The power cut needs Linux and a C compiler. Elsewhere it says so by name instead of passing in silence. */
const onLinux = (name: string, body: () => Promise<void>, ms: number) =>
  process.platform === 'linux' && compiler
    ? test(name, body, ms)
    : test(`NOT TRIED (needs Linux and a C compiler): ${name}`, () => console.warn(`not tried: ${name}`))
const shim = join(folder, 'power.so')

/** What a disk holds after the power goes: for each file its bytes at its last fsync. */
function cutPower(file: string): string {
  const after = `${file}.after`
  for (const part of ['', '-wal']) if (existsSync(`${file}${part}.synced`)) copyFileSync(`${file}${part}.synced`, `${after}${part}`)
  return after
}

async function poweredOff(file: string, weak?: string) {
  execFileSync(compiler as string, ['-shared', '-fPIC', '-O1', '-o', shim, join(__dirname, 'suite/power.c'), '-ldl'])
  for (const part of ['', '-wal']) if (existsSync(file + part)) copyFileSync(file + part, `${file}${part}.synced`)
  const run = started(program.file, [file, '0', ...(weak ? [weak] : [])], { env: { LD_PRELOAD: shim } })
  await until(() => run.lines.length > 300)
  run.child.kill('SIGKILL')
  await run.ended
  return { after: cutPower(file), promised: new Set(run.lines.slice(1)) }
}

onLinux(
  'when the power goes and every byte that was not synced is gone, no promised visit is',
  async () => {
    const { after, promised } = await poweredOff(await fresh('power.db'))
    expect(await checked(after, promised)).toBeGreaterThanOrEqual(promised.size)
  },
  30_000,
)

onLinux(
  'the same cut does lose visits of a store that does not wait for the disk: the check above can fail',
  async () => {
    const { after, promised } = await poweredOff(await fresh('weak.db'), 'NORMAL')
    const store = await openStore({ file: after, collections: visits })
    expect(await store.count('visits', {})).toBeLessThan(promised.size)
    await store.close()
  },
  30_000,
)

function hasProgram(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
