// Adds the lock entries npm leaves out when a registry mirror lacks other platforms' binaries, so `npm ci` accepts the lock.
import fs from 'node:fs'

const file = process.argv[2] || 'package-lock.json'
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
const pk = lock.packages
const added = []
const CPUS = {
  x64: 'x64',
  arm64: 'arm64',
  ia32: 'ia32',
  arm: 'arm',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  loong64: 'loong64',
  wasm32: 'wasm32',
}
for (const [at, p] of Object.entries({ ...pk }))
  for (const [name, spec] of Object.entries(p.optionalDependencies ?? {})) {
    // resolve name from `at` upwards
    let dir = at,
      found = false
    for (;;) {
      if (pk[`${dir ? `${dir}/` : ''}node_modules/${name}`]) {
        found = true
        break
      }
      if (!dir) break
      const i = dir.lastIndexOf('/node_modules/')
      dir = i < 0 ? '' : dir.slice(0, i)
    }
    if (found || !/^\d+\.\d+\.\d+/.test(spec)) continue
    const parts = name.split('/').pop().split('-')
    const os = parts.find(x =>
      ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony', 'openbsd', 'netbsd', 'sunos', 'aix'].includes(x),
    )
    const cpu = parts.map(x => CPUS[x]).find(Boolean)
    if (!os || !cpu) continue
    const e = { version: spec, cpu: [cpu] }
    if (p.dev) e.dev = true
    if (/musl/.test(name)) e.libc = ['musl']
    else if (os === 'linux' && /gnu$/.test(name)) e.libc = ['glibc']
    e.optional = true
    e.os = [os]
    pk[`node_modules/${name}`] = e
    added.push(name)
  }
const root = pk['']
delete pk['']
lock.packages = { '': root, ...Object.fromEntries(Object.entries(pk).sort(([a], [b]) => (a < b ? -1 : 1))) }
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log('added', added.length)
