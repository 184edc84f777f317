/**
 * `npm test`: everything, in order, each part with its duration; `npm test -- NAME ...` runs parts. The last line is `N passed, N failed`.
 * Types, lint and each build count as one test. Node built-ins only until everything is installed.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findBrowser } from './browser.mjs'
import { buildFunctions, buildH5, buildLocal, buildWeapp } from './build.mjs'
import { checkNode, install } from './install.mjs'
import { end, followShell, lasted, ROOT, run, Stop } from './say.mjs'

const at = (...parts) => path.join(ROOT, ...parts)
/** A part that hangs is a part that failed. */
const LONGEST = 40 * 60_000

const PARTS = {
  types: () =>
    once(
      ['tsconfig.json', 'cloudfunctions/tsconfig.json', 'e2e/tsconfig.json'].map(file => ['typescript/bin/tsc', '--noEmit', '-p', file]),
    ),
  lint: () => once([['@biomejs/biome/bin/biome', 'check', '.']]),
  unit: () => jest(['domain', 'cloudfunctions', 'src', 'scripts', 'config', 'bench'], ['--maxWorkers=2']),
  functions: () => built(buildFunctions),
  weapp: () => built(buildWeapp, () => jest(['e2e/weapp'], ['--maxWorkers=2'], { WEAPP_DIR: at('dist/weapp') })),
  browser: () => inBrowser(['e2e/browser']),
  audit: () => inBrowser(['e2e/audit']),
}

/** Runs programs of node_modules one after the other; together they are one test. */
async function once(programs) {
  let failed = 0
  for (const [program, ...args] of programs) {
    const { code, text } = await run(process.execPath, [at('node_modules', program), ...args])
    if (code !== 0) {
      console.log(text.trimEnd())
      failed = 1
    }
  }
  return { passed: 1 - failed, failed }
}

/** A build is a test; what leans on it runs only when it stands. */
async function built(build, then = async () => ({ passed: 0, failed: 0 })) {
  try {
    await build()
  } catch (error) {
    console.log(error instanceof Stop ? error.message : error)
    return { passed: 0, failed: 1 }
  }
  const { passed, failed } = await then()
  return { passed: passed + 1, failed }
}

function inBrowser(paths) {
  return built(
    async () => {
      await buildH5()
      // two test files at once must not bundle the server into one file
      await buildLocal('main', 'cloudfunctions/_local/main.ts')
    },
    async () => jest(paths, ['--runInBand'], { H5_DIR: at('dist/h5'), CHROME_PATH: await findBrowser() }),
  )
}

/** Runs jest and counts from its own report; a file that could not even be read counts as one failure. */
async function jest(paths, args, env = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'lianglin-jest-'))
  const report = path.join(folder, 'report.json')
  const patterns = paths.map(one => `${ROOT.replaceAll('\\', '/')}/${one}/`.replace(/[.+*?^$()[\]{}|]/g, '\\$&'))
  const code = await shown(
    process.execPath,
    [at('node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, '--testPathPatterns', ...patterns, ...args],
    env,
  )
  try {
    const { numPassedTests: passed, numFailedTests, numRuntimeErrorTestSuites, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    for (const one of testResults.flatMap(file => file.assertionResults).filter(test => test.status === 'pending'))
      console.log(`跳过：${one.fullName}`)
    const failed = numFailedTests + numRuntimeErrorTestSuites
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
  } catch {
    console.log('jest 没有跑完，没有留下结果。')
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a program whose words are shown as they come (its JSON report goes to a file, its standard output is dropped). Ends the whole group when it hangs. */
function shown(command, args, env) {
  return new Promise(resolve => {
    const grouped = process.platform !== 'win32'
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
      detached: grouped,
    })
    const kill = () => (grouped ? process.kill(-child.pid, 'SIGKILL') : child.kill('SIGKILL'))
    const stop = () => {
      kill()
      process.exit(1)
    }
    const timer = setTimeout(() => {
      console.log(`超过 ${lasted(LONGEST)} 还没有跑完，停掉了。`)
      kill()
    }, LONGEST)
    for (const signal of SIGNALS) process.on(signal, stop)
    const ended = code => {
      clearTimeout(timer)
      // a group that is gone must not be what the next signal is for
      for (const signal of SIGNALS) process.off(signal, stop)
      resolve(code)
    }
    child.on('error', () => ended(127))
    child.on('close', code => ended(code ?? 1))
  })
}
const SIGNALS = ['SIGINT', 'SIGTERM', 'disconnect']

async function main(names) {
  const unknown = names.find(name => !PARTS[name])
  if (unknown) throw new Stop(`没有 ${unknown} 这一部分，有的是：${Object.keys(PARTS).join(' ')}。`)
  // what somebody set for their own server is not what is tested
  for (const name of Object.keys(process.env)) if (name.startsWith('LIANGLIN_')) delete process.env[name]
  const began = performance.now()
  followShell()
  checkNode()
  await install()
  const sum = { passed: 0, failed: 0 }
  const rows = []
  for (const name of names.length > 0 ? names : Object.keys(PARTS)) {
    console.log(`\n== ${name}`)
    const start = performance.now()
    const { passed, failed } = await PARTS[name]()
    sum.passed += passed
    sum.failed += failed
    rows.push(
      `${name.padEnd(10)} ${String(passed).padStart(5)} 通过 ${String(failed).padStart(4)} 失败  ${lasted(performance.now() - start)}`,
    )
    console.log(rows.at(-1))
  }
  console.log(`\n${rows.join('\n')}\n一共用了 ${lasted(performance.now() - began)}`)
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  process.exitCode = sum.failed > 0 ? 1 : 0
}

main(process.argv.slice(2)).catch(end)
