/** The real server in a process of its own, on a data folder that is thrown away. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { until } from '../patience'
import { caller } from './api'

const ROOT = path.resolve(__dirname, '../..')
/** Where the H5 build under test lies; scripts/test.mjs says so, `npm run build:h5` leaves it in dist/h5. */
export const H5 = path.resolve(process.env.H5_DIR ?? path.join(ROOT, 'dist/h5'))

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

const isUp = (url: string) =>
  fetch(`${url}/health`).then(
    answer => answer.ok,
    () => false,
  )

export class Server {
  private constructor(
    readonly url: string,
    readonly data: string,
    private readonly child: ChildProcess,
    private readonly lines: string[],
  ) {}

  /** Starts and waits until it answers. `now` moves its clock (demo only). */
  static async start({ demo = true, now, data }: { demo?: boolean; now?: string; data?: string } = {}): Promise<Server> {
    if (!existsSync(path.join(H5, 'index.html'))) throw new Error(`no H5 build in ${H5}: run npm run build:h5, or set H5_DIR`)
    const port = await freePort()
    const folder = data ?? mkdtempSync(path.join(os.tmpdir(), 'lianglin-e2e-'))
    const chosen = { port, host: '127.0.0.1', data: folder, demo, h5: H5, now }
    const env = { ...process.env, NODE_ENV: 'production' }
    const child = spawn(process.execPath, [path.join(__dirname, 'serve.mjs'), JSON.stringify(chosen)], { cwd: ROOT, env })
    const lines: string[] = []
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (piece: string) => lines.push(piece))
    const server = new Server(`http://127.0.0.1:${port}`, folder, child, lines)
    const ended = () => child.exitCode !== null
    await until(async () => ended() || (await isUp(server.url)), 'the server', { ms: 90_000, hint: () => server.said().slice(-3000) })
    if (ended()) throw new Error(`the server ended at once:\n${server.said().slice(-3000)}`)
    return server
  }

  /** Everything it printed. */
  said = () => this.lines.join('')

  /** Every code printed for a phone so far; it is printed masked. */
  codes(phone: string): string[] {
    const all = [...this.said().matchAll(/验证码 (\d{6}) 发给 \d{3}\*+(\d{4})/g)]
    return all.filter(([, , end]) => end === phone.slice(-4)).map(([, code]) => code)
  }

  /** The code that `ask` makes the server print. */
  async code(phone: string, ask: () => Promise<unknown>): Promise<string> {
    const before = this.codes(phone).length
    await ask()
    await until(() => this.codes(phone).length > before, `a code for ${phone}`, { hint: () => this.said().slice(-1500) })
    return this.codes(phone)[before]
  }

  /** A session of somebody who signs in with their phone, apart from any browser; answers the token. */
  async session(phone: string): Promise<string> {
    const code = await this.code(phone, () => caller(this.url).call('account.request_code', { phone }))
    const { token } = await caller(this.url).call('account.enter', { phone, code })
    return token
  }

  /** What follows from what was done happens now, not within the minute. */
  tick = () => this.moveTo()

  /** Moves the clock of a demonstration ('2027-03-01T10:00') and lets its jobs run. */
  async moveTo(now?: string): Promise<void> {
    await fetch(`${this.url}/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now }),
    })
  }

  /** Runs one of the repository's commands (`npm run member -- ...`) on this data folder, beside the running server. */
  async run(command: string, ...args: string[]): Promise<string> {
    const all = [path.join(ROOT, 'scripts/run.mjs'), command, ...args, '--data', this.data]
    const { stdout } = await promisify(execFile)(process.execPath, all, { cwd: ROOT, maxBuffer: 1 << 26 })
    return stdout
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      this.child.kill('SIGTERM')
      await once(this.child, 'exit')
    }
    rmSync(this.data, { recursive: true, force: true })
  }
}
