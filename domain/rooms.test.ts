/** Reads every import of the three rooms and fails on a wrong arrow: src -> domain <- cloudfunctions, and no feature into another. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

const ROOT = join(__dirname, '..')
const ROOMS = ['domain', 'cloudfunctions', 'src']

interface Import {
  /** From the root of the repository: 'src/visits/use.ts'. */
  from: string
  /** What is written: '../ui', '@domain', 'valibot'. */
  text: string
  /** A path from the root for our own code, else the package's name. */
  to: string
  typeOnly: boolean
  /** Nothing but a page's life is asked for (useDidShow): that reads and writes nothing. */
  lifeOnly: boolean
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesIn(path)
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })

const STATEMENT =
  /^\s*(?:import|export)\s+(type\s+)?(?:([^'"]*?)\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|\brequire\(\s*['"]([^'"]+)['"]\s*\)/gm

const LIFE = new Set(['useDidShow', 'useDidHide', 'useLaunch', 'useReady', 'useLoad', 'useUnload', 'usePullDownRefresh', 'useReachBottom'])

export function importsOf(from: string, text: string): Import[] {
  return [...text.matchAll(STATEMENT)].map(([, type, names = '', ...paths]) => {
    const written = paths.find(path => path !== undefined) ?? ''
    const inBraces = /^\{(.*)\}$/s
      .exec(names.trim())?.[1]
      .split(',')
      .filter(one => one.trim() !== '')
    const typeOnly =
      type !== undefined || (inBraces !== undefined && inBraces.length > 0 && inBraces.every(one => one.trim().startsWith('type ')))
    const lifeOnly = inBraces?.every(one => LIFE.has(one.trim())) ?? false
    return { from, text: written, to: resolved(from, written), typeOnly, lifeOnly }
  })
}

function resolved(from: string, text: string): string {
  if (text.startsWith('.'))
    return relative(ROOT, join(ROOT, dirname(from), text))
      .split(sep)
      .join('/')
  if (text === '@domain') return 'domain/index'
  if (text.startsWith('@domain/')) return text.slice(1)
  return text.startsWith('@/') ? `src/${text.slice(2)}` : text
}

const roomOf = (path: string) => path.split('/')[0]
const isTest = (path: string) => /\.test\.tsx?$|\/(testing|town|world)\.ts$/.test(path)
/** 'visits' for cloudfunctions/visits/log.ts; '' for a file that stands between the features. */
const featureOf = (path: string) => {
  const [, feature, file] = path.split('/')
  return file === undefined || BETWEEN.has(feature) ? '' : feature
}
/** The rooms' own folders that are no feature: kits, the tab pages where features meet, and the clock's table. */
const BETWEEN = new Set(['_kit', '_local', '_cloud', 'clock', 'pages', 'ui', 'platform', 'static'])
/** Files of a kit that may know features: what opens the whole house for a test. */
const isKit = (path: string) => /^(cloudfunctions\/_kit|src\/(ui|platform))\//.test(path) && !isTest(path)

/** Every rule: a sentence, and whether an import breaks it. */
const RULES: [sentence: string, broken: (it: Import) => boolean][] = [
  [
    'domain leans on nothing but itself and valibot',
    it => roomOf(it.from) === 'domain' && !isTest(it.from) && roomOf(it.to) !== 'domain' && it.to !== 'valibot',
  ],
  [
    'domain never looks into another room, not even in tests',
    it => roomOf(it.from) === 'domain' && ['src', 'cloudfunctions'].includes(roomOf(it.to)),
  ],
  [
    'the mini-program knows nothing of the server',
    it => roomOf(it.from) === 'src' && ['cloudfunctions', 'bench', 'e2e', 'scripts'].includes(roomOf(it.to)),
  ],
  [
    'the server knows nothing of the mini-program',
    it => roomOf(it.from) === 'cloudfunctions' && (roomOf(it.to) === 'src' || it.to.startsWith('@tarojs') || it.to.startsWith('react')),
  ],
  ['a feature never imports another feature', it => roomOf(it.from) === roomOf(it.to) && ROOMS.includes(roomOf(it.from)) && crosses(it)],
  [
    'a kit knows no feature',
    it => isKit(it.from) && roomOf(it.to) === roomOf(it.from) && featureOf(`${it.to}/x`) !== '' && !leafOfRoom(it.to),
  ],
  [
    'nothing but the local server leans on the local server',
    it => it.to.startsWith('cloudfunctions/_local') && roomOf(it.from) === 'cloudfunctions' && !it.from.startsWith('cloudfunctions/_local'),
  ],
  ['the phone has no node:*', it => roomOf(it.from) === 'src' && it.to.startsWith('node:') && !isTest(it.from)],
  ['domain has no node:* outside tests', it => roomOf(it.from) === 'domain' && it.to.startsWith('node:') && !isTest(it.from)],
  ['raw components are used by the kit alone', it => it.to.startsWith('@tarojs/components') && !it.from.startsWith('src/ui/')],
  [
    'Taro is spoken to by the kit and the platform alone',
    it => roomOf(it.from) === 'src' && it.to === '@tarojs/taro' && !it.typeOnly && !it.lifeOnly && !/^src\/(ui|platform)\//.test(it.from),
  ],
  [
    'a page is a page and nothing else: the mini-program keeps of its file the page alone',
    it => !it.typeOnly && !isTest(it.from) && /^src\/(\w+\/)?pages\/\w+\/index$/.test(it.to),
  ],
]

function crosses(it: Import): boolean {
  const [mine, theirs] = [featureOf(it.from), featureOf(`${it.to}/x`)]
  return mine !== '' && theirs !== '' && mine !== theirs && !leafOfRoom(it.to)
}
/** 'domain/schema', 'cloudfunctions/reactions', 'src/app': a file directly in a room, no feature. */
const leafOfRoom = (to: string) => to.split('/').length === 2 && !FEATURES.has(to)
const FEATURES = new Set(
  ROOMS.flatMap(room =>
    readdirSync(join(ROOT, room), { withFileTypes: true })
      .filter(one => one.isDirectory())
      .map(one => `${room}/${one.name}`),
  ),
)

const imports = ROOMS.flatMap(filesIn).flatMap(file => importsOf(file, readFileSync(join(ROOT, file), 'utf8')))

test('there is something to read', () => {
  expect(imports.length).toBeGreaterThan(200)
  for (const room of ROOMS) expect(imports.some(it => roomOf(it.from) === room)).toBe(true)
})

test.each(RULES)('%s', (_, broken) => {
  expect(imports.filter(broken).map(it => `${it.from} -> ${it.text}`)).toEqual([])
})

test('each rule is broken by the arrow it is about', () => {
  const wrong = [
    importsOf('domain/visits/plan.ts', "import dayjs from 'dayjs'"),
    importsOf('domain/visits/plan.test.ts', "import { x } from '../../cloudfunctions/visits/log'"),
    importsOf('src/visits/use.ts', "import { x } from '../../cloudfunctions/visits/log'"),
    importsOf('cloudfunctions/visits/log.ts', "import Taro from '@tarojs/taro'"),
    importsOf('cloudfunctions/visits/log.ts', "import { notify } from '../notices/notify'"),
    importsOf('src/ui/page.tsx', "import { x } from '@/visits/state'"),
    importsOf('cloudfunctions/visits/log.ts', "import { x } from '../_local/house'"),
    importsOf('src/visits/use.ts', "const fs = await import('node:fs')"),
    importsOf('domain/visits/plan.ts', "import { readFileSync } from 'node:fs'"),
    importsOf('src/visits/pages/today/index.tsx', "import { View } from '@tarojs/components'"),
    importsOf('src/visits/use.ts', "import Taro, { type Config } from '@tarojs/taro'"),
    importsOf('src/people/pages/import/begin.tsx', "import { Again, type Ways } from './index'"),
  ]
  for (const [i, [one]] of wrong.entries()) expect([RULES[i][0], RULES[i][1](one)]).toEqual([RULES[i][0], true])
})

test('types alone, and several lines, are read as what they are', () => {
  const [type, lines] = importsOf(
    'src/visits/use.ts',
    "import type { A } from '@tarojs/taro'\nimport {\n  type B,\n  c,\n} from '@tarojs/taro'\n",
  )
  expect([type.typeOnly, lines.typeOnly]).toEqual([true, false])
})
