/** Builds what is out of date and only that: every product remembers the hash of what it was made from. Node built-ins only until esbuild is asked for. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { lasted, ROOT, run, Stop, tail } from './say.mjs'

const at = (...parts) => path.join(ROOT, ...parts)
const SHELL = ['package-lock.json', 'babel.config.js', 'tsconfig.json', 'scripts/build.mjs']
const INPUTS = {
  h5: ['src', 'domain', 'config', ...SHELL],
  weapp: ['src', 'domain', 'config', ...SHELL],
  functions: ['cloudfunctions', 'domain', 'config', ...SHELL],
  local: ['cloudfunctions', 'domain', 'bench', 'cloudfunctions/tsconfig.json', ...SHELL],
}

/** A hash of everything a product is made from; tests do not count. 16 hex digits. */
export function inputsOf(product, more = '') {
  const hash = createHash('sha256').update(more)
  for (const name of INPUTS[product]) for (const file of filesOf(name)) hash.update(`${file}\0`).update(readFileSync(at(file)))
  return hash.digest('hex').slice(0, 16)
}

function filesOf(name) {
  if (!existsSync(at(name))) return []
  if (/\.\w+$/.test(name)) return [name]
  return readdirSync(at(name), { recursive: true, withFileTypes: true })
    .filter(one => one.isFile() && !/\.test\.\w+$/.test(one.name) && !one.name.startsWith('.'))
    .map(one =>
      path
        .relative(ROOT, path.join(one.parentPath ?? one.path, one.name))
        .split(path.sep)
        .join('/'),
    )
    .sort()
}

/** Runs `make` unless the product was already made from the same inputs. Answers the hash. */
async function unlessFresh(product, { what, out, more = '' }, make) {
  const hash = inputsOf(product, more)
  const stamp = at('dist', `.${path.basename(out)}.hash`)
  if (existsSync(at(out)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return hash
  const began = performance.now()
  if (what) console.error(`正在${what}……`)
  mkdirSync(at('dist'), { recursive: true })
  rmSync(stamp, { force: true })
  await make(hash)
  writeFileSync(stamp, hash)
  if (what) console.error(`${what}好了，用了${lasted(performance.now() - began)}。`)
  return hash
}

/** The web app into dist/h5. It is made beside the old one and then takes its place, so a failed build leaves the old one standing. */
export const buildH5 = () => unlessFresh('h5', { what: '打包网页', out: 'dist/h5' }, () => taro('h5', 'dist/h5'))

/** The WeChat mini-program into dist/weapp. */
export const buildWeapp = () => unlessFresh('weapp', { what: '打包小程序', out: 'dist/weapp' }, () => taro('weapp', 'dist/weapp'))

async function taro(type, out) {
  const fresh = `${out}.new`
  rmSync(at(fresh), { recursive: true, force: true })
  const { code, text } = await run(process.execPath, [at('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', type], {
    env: { OUT: fresh, NODE_ENV: 'production', TARO_ENV: type },
  })
  if (code !== 0 || !existsSync(at(fresh, type === 'h5' ? 'index.html' : 'app.json')))
    throw new Stop(`${type === 'h5' ? '网页' : '小程序'}没有打包成功：\n${tail(withoutBars(text), 40)}`)
  if (type === 'h5') compress(at(fresh))
  rmSync(at(out), { recursive: true, force: true })
  renameSync(at(fresh), at(out))
}

/** What webpack says went wrong, without its progress bars and cursor movements. */
function withoutBars(text) {
  const plain = stripVTControlCharacters(text)
  const at = plain.lastIndexOf('✖')
  return at < 0 ? plain : plain.slice(at)
}

/** Written once here, so that the server does not compress the same bytes for every phone. */
function compress(folder) {
  for (const one of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(one.parentPath ?? one.path, one.name)
    if (!one.isFile() || !/\.(js|css|html|svg|json)$/.test(one.name)) continue
    const bytes = readFileSync(file)
    if (bytes.length < 1024) continue
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

/** One folder a cloud function into dist/cloudfunctions. */
export const buildFunctions = () =>
  unlessFresh('functions', { what: '打包云函数', out: 'dist/cloudfunctions' }, async () => {
    const { code, text } = await run(process.execPath, [at('config/functions.mjs')])
    if (code !== 0) throw new Stop(`云函数没有打包成功：\n${tail(text, 40)}`)
  })

/** One program of this machine (the server, a command, the bench) into dist/local/<name>.mjs; packages stay in node_modules. Answers its file and build id. */
export async function buildLocal(name, entry) {
  const out = `dist/local/${name}.mjs`
  const build = await unlessFresh('local', { out, more: name }, async () => {
    const { build: bundle } = await import('esbuild')
    const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20', sourcemap: 'inline', packages: 'external' }
    const { entryPoints, tsconfig } = { entryPoints: [at(entry)], tsconfig: at('cloudfunctions/tsconfig.json') }
    await bundle({ ...options, entryPoints, tsconfig, outfile: at(out), logLevel: 'silent' }).catch(error => {
      throw new Stop(`${entry} 没有打包成功：\n${tail(String(error.message ?? error), 20)}`)
    })
  })
  return { file: at(out), build }
}
