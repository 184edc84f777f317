/** The built package on disk: which pages it has and how its parts weigh. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { AppJson } from './types'

/** Where the build under test lies; scripts/test.mjs says so, a build by hand lands in dist/weapp. */
export const DIST = path.resolve(process.env.WEAPP_DIR ?? path.join(__dirname, '../../../dist/weapp'))

export const text = (file: string) => readFileSync(path.join(DIST, file), 'utf8')
export const json = <T>(file: string): T => JSON.parse(text(file)) as T

export const appJson = () => json<AppJson>('app.json')
const subpackages = (app: AppJson) => app.subPackages ?? app.subpackages ?? []
const rootOf = (folder: string) => folder.replace(/\/$/, '')

/** Every page of the package, subpackages included, without a leading slash. */
export function pages(app = appJson()): string[] {
  return [...app.pages, ...subpackages(app).flatMap(part => part.pages.map(page => `${rootOf(part.root)}/${page}`))]
}

/** Every file of the build, relative to it. */
export function files(folder = ''): string[] {
  return readdirSync(path.join(DIST, folder), { withFileTypes: true }).flatMap(entry => {
    const name = path.posix.join(folder, entry.name)
    return entry.isDirectory() ? files(name) : [name]
  })
}

/** Bytes by package: '' is the main one. Source maps are not uploaded by DevTools but must not be there either. */
export function weights(app = appJson()): Record<string, number> {
  const roots = subpackages(app).map(part => rootOf(part.root))
  const sizes: Record<string, number> = { '': 0, ...Object.fromEntries(roots.map(root => [root, 0])) }
  for (const file of files()) sizes[roots.find(root => file.startsWith(`${root}/`)) ?? ''] += statSync(path.join(DIST, file)).size
  return sizes
}
