/** What `npm start` can be told: flags first, then the environment, then the defaults. Node built-ins only. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Stop } from './say.mjs'

const FLAGS = {
  '--port': 'LIANGLIN_PORT',
  '--host': 'LIANGLIN_HOST',
  '--data': 'LIANGLIN_DATA',
  '--store': 'LIANGLIN_STORE',
  '--demo': 'LIANGLIN_DEMO',
  '--tls': 'LIANGLIN_TLS',
}

/** Flags as they were written: '--port 9000' and '--port=9000' alike; `--tls` takes two values. */
function read(args) {
  const given = {}
  for (let i = 0; i < args.length; i++) {
    const [name, ...rest] = args[i].split('=')
    if (!FLAGS[name]) throw new Stop(`没有 ${args[i]} 这个选项。可以用的是：${Object.keys(FLAGS).join(' ')}。`)
    const inline = rest.length > 0 ? rest.join('=') : undefined
    const count = name === '--tls' && inline === undefined ? 2 : 1
    const value = inline ?? args.slice(i + 1, i + 1 + count).join(',')
    if (inline === undefined) i += count
    if (value === '' || value.startsWith('--')) throw new Stop(`${name} 后面要写上值。`)
    given[name] = value
  }
  return given
}

/**
 * { port, host, data, store: { file }, demo: boolean | undefined, tls: { cert, key } | undefined, now: string | undefined, rate }.
 * `demo` undefined means: as the data folder was begun.
 */
export function options(args, env, cwd) {
  const given = read(args)
  const value = flag => given[flag] ?? (env[FLAGS[flag]] || undefined)
  const data = path.resolve(cwd, value('--data') ?? 'data')
  return {
    port: port(value('--port') ?? '8080'),
    host: value('--host') ?? '127.0.0.1',
    data,
    store: store(value('--store') ?? 'sqlite', data, cwd),
    demo: demo(value('--demo')),
    tls: tls(value('--tls'), cwd),
    now: env.LIANGLIN_NOW || undefined,
    rate: Number(env.LIANGLIN_RATE || 300),
  }
}

function port(text) {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65535) return port
  throw new Stop(`端口要写成 0 到 65535 的数字，不能是 ${text}。`)
}

function demo(text) {
  if (text === undefined) return undefined
  if (text === 'on' || text === 'off') return text === 'on'
  throw new Stop(`--demo 只能写 on 或 off，不能是 ${text}。`)
}

/** 'sqlite' keeps store.db in the data folder; 'sqlite:FILE' somewhere else. */
function store(text, data, cwd) {
  if (text === 'sqlite') return { file: path.join(data, 'store.db') }
  if (text.startsWith('sqlite:') && text.length > 7) return { file: path.resolve(cwd, text.slice(7)) }
  throw new Stop(`--store 现在只认 sqlite 或 sqlite:文件名，不认 ${text}。`)
}

function tls(text, cwd) {
  if (text === undefined) return undefined
  const [cert, key] = text.split(/[,\s]+/).map(file => path.resolve(cwd, file))
  if (!key) throw new Stop('--tls 要写两个文件：证书和私钥。')
  const missing = [cert, key].find(file => !existsSync(file))
  if (missing) throw new Stop(`没有找到证书文件 ${missing}。`)
  return { cert, key }
}
