/** `npm run bench [-- --json] [api|commits|meals|shifts]`: ours beside a baseline, in one run. A table, or one JSON line a figure. */
import { api, servers } from './api'
import { commits } from './commits'
import { type Figure, print } from './figure'
import { meals } from './meals'
import { shifts } from './shifts'

const BENCHES: { [name: string]: () => Promise<Figure[]> } = { api, commits, meals, shifts }

export async function main(args: string[]): Promise<void> {
  const [mode, file] = args
  if (servers[mode]) return servers[mode](file)
  const names = args.filter(arg => BENCHES[arg])
  const figures: Figure[] = []
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) figures.push(...(await BENCHES[name]()))
  print(figures, args.includes('--json'))
}

// the servers under measure are this program again, without scripts/run.mjs before it
if (servers[process.argv[2]]) await main(process.argv.slice(2))
