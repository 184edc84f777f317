/** How the scripts talk: one clear Chinese sentence when something stands in the way, and a non-zero exit. Node built-ins only. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root, wherever the command was given. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** Something a person can put right: told as a sentence, never as a stack. */
export class Stop extends Error {}

/** Ends the process over an error: a Stop as its sentence, anything else (a bug) with its stack. */
export function end(error) {
  console.error(error instanceof Stop ? `\n${error.message}` : error)
  process.exit(1)
}

/** Runs a program and gathers what it prints. Resolves { code, text }; never rejects: a missing program has code 127. */
export function run(command, args, { env = {}, cwd = ROOT, show = false } = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let text = ''
    const gather = piece => {
      text = (text + piece).slice(-2_000_000)
    }
    child.stdout?.setEncoding('utf8').on('data', gather)
    child.stderr?.setEncoding('utf8').on('data', gather)
    child.on('error', error => resolve({ code: 127, text: String(error) }))
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), text }))
  })
}

/** The last lines of a long output, for a person who has to find out what went wrong. */
export const tail = (text, lines = 30) => text.trimEnd().split('\n').slice(-lines).join('\n')

/** '3.2 秒', '4 分 05 秒'. */
export function lasted(ms) {
  const s = ms / 1000
  return s < 60 ? `${s.toFixed(1)} 秒` : `${Math.floor(s / 60)} 分 ${String(Math.round(s % 60)).padStart(2, '0')} 秒`
}

/** npm's shell does not pass a signal on to what it runs: when the shell is gone, a server stops with grace ('disconnect') and anything else ends. */
export function followShell() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    if (!process.emit('disconnect')) process.exit(1)
  }, 250)
  watch.unref()
}
