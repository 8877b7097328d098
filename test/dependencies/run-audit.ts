import { fileURLToPath } from 'node:url'
import { auditDependencies } from './audit.ts'

const audit = await auditDependencies(fileURLToPath(new URL('../..', import.meta.url)))
if (audit.kind === 'not-answered') {
  // No verdict is no reason to stop a build.
  console.log(`The registry did not answer, so nothing is known. (${audit.why})`)
} else if (audit.found.length === 0) {
  console.log('Nothing is known against the packages that ship.')
} else {
  for (const { name, severity } of audit.found) console.error(`${severity}: ${name}`)
  console.error('"npm audit --omit=dev" says more.')
  process.exitCode = 1
}
