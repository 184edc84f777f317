/** Runs a piece of the store in a process of its own, to be killed, starved or raced. */
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'

const ROOT = resolve(__dirname, '../../../..')

/** Bundles a program of this folder; the answer is its file. It lies in the repository, where packages are found. */
export function bundled(name: string): { file: string; gone(): void } {
  const file = join(ROOT, '.cache', `${name}-${process.pid}.cjs`)
  buildSync({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    tsconfig: join(ROOT, 'cloudfunctions/tsconfig.json'),
  })
  return { file, gone: () => rmSync(file, { force: true }) }
}

/** Starts the program; `lines` grows as it prints. `ended` holds its exit code, or null when it was killed. */
export function started(file: string, args: string[], options: { shell?: string; env?: NodeJS.ProcessEnv } = {}) {
  const env = { ...process.env, ...options.env }
  // `exec` keeps the process id of the shell that set the limits.
  const child: ChildProcess = options.shell
    ? spawn('sh', ['-c', `${options.shell}; exec "$0" "$@"`, process.execPath, file, ...args], { env })
    : spawn(process.execPath, [file, ...args], { env })
  const lines: string[] = []
  let rest = ''
  child.stdout?.on('data', (bytes: Buffer) => {
    const parts = (rest + bytes).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  let errors = ''
  child.stderr?.on('data', (bytes: Buffer) => {
    errors += bytes
  })
  const ended = new Promise<number | null>(done => child.on('close', done))
  return { child, lines, ended, errors: () => errors }
}

/** Waits until the condition holds; throws after `ms`. */
export async function until(holds: () => boolean, ms = 10_000): Promise<void> {
  const end = Date.now() + ms
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited too long')
    await new Promise(next => setTimeout(next, 5))
  }
}
