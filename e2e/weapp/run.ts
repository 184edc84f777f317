/** Suites that need wcc are skipped by name, loudly, on machines that cannot run it. */
import { unable } from './host/templates'

/** describe, or a skipped one whose name says why. */
export function onWechat(name: string, tests: () => void): void {
  const why = unable()
  if (why) process.stderr.write(`\nSKIPPED ${name}: ${why}\n`)
  if (why) describe.skip(`${name} (skipped: ${why})`, tests)
  else describe(name, tests)
}
