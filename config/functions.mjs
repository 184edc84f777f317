/**
 * Bundles the cloud functions into dist/cloudfunctions (OUT elsewhere): one uploadable folder each, { index.js, package.json, config.json }, and
 * indexes.json beside them. A folder of cloudfunctions/ with a config.json is a function. Only wx-server-sdk is left to the cloud's npm.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const at = (...parts) => path.join(ROOT, ...parts)
const SDK = 'wx-server-sdk'
const { version, dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'))

/** Native modules must never reach a function: the cloud's machine is not this one. */
const NATIVE = ['better-sqlite3', 'sharp']

const shared = {
  bundle: true,
  platform: 'node',
  target: 'node18',
  absWorkingDir: ROOT,
  tsconfig: at('cloudfunctions/tsconfig.json'),
  external: [SDK],
  logLevel: 'warning',
  define: { 'process.env.LIANGLIN_BUILD': JSON.stringify(process.env.LIANGLIN_BUILD ?? `v${version}`) },
}

const functions = () => readdirSync(at('cloudfunctions')).filter(name => existsSync(at('cloudfunctions', name, 'config.json')))

async function bundle(name, out) {
  const made = await build({
    ...shared,
    entryPoints: [at('cloudfunctions', name, 'index.ts')],
    outfile: path.join(out, name, 'index.js'),
    format: 'cjs',
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
  })
  const inputs = Object.keys(made.metafile.inputs)
  const native = NATIVE.filter(it => inputs.some(file => file.includes(`node_modules/${it}/`)))
  if (native.length) throw new Error(`${name} would carry ${native}`)
  const manifest = { name, version, private: true, main: 'index.js', dependencies: { [SDK]: dependencies[SDK] } }
  writeFileSync(path.join(out, name, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  writeFileSync(path.join(out, name, 'config.json'), readFileSync(at('cloudfunctions', name, 'config.json')))
}

/** The declarations are TypeScript: they are bundled too, and asked. */
async function indexes(out) {
  const contents =
    "import { collections as features } from './features'; import { collections as own } from './_kit/storage'; import { manifest } from './_kit/manifest'; export const indexes = manifest({ ...features, ...own })"
  const file = path.join(out, 'indexes.cjs')
  await build({ ...shared, stdin: { contents, resolveDir: at('cloudfunctions'), loader: 'ts' }, outfile: file, format: 'cjs' })
  const { indexes } = createRequire(import.meta.url)(file)
  rmSync(file)
  writeFileSync(path.join(out, 'indexes.json'), `${JSON.stringify(indexes, null, 2)}\n`)
}

/** Made beside the old one, which stands until the new one is whole. */
export async function main(out = path.resolve(ROOT, process.env.OUT ?? 'dist/cloudfunctions')) {
  const fresh = `${out}.${process.pid}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { recursive: true })
  for (const name of functions()) await bundle(name, fresh)
  await indexes(fresh)
  rmSync(out, { recursive: true, force: true })
  renameSync(fresh, out)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
