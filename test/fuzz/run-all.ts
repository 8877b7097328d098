// The long form: node test/fuzz/run-all.ts [requests] [seed]. In rounds, so that each starts with an app that has seen nothing.
import { pelt } from './pelt.ts'

const [requests = 12_000, firstSeed = Date.now() % 2 ** 31] = process.argv.slice(2).map(Number)
const PER_ROUND = 3000

for (let sent = 0, round = 0; sent < requests; sent += PER_ROUND, round += 1) {
  const count = Math.min(PER_ROUND, requests - sent)
  const seed = firstSeed + round
  const { answers, damage } = await pelt(count, seed)
  process.stdout.write(`fuzz: ${count} requests with seed ${seed}, answered ${JSON.stringify(answers)}\n`)
  for (const each of damage) process.stdout.write(`  ${each}\n`)
  if (damage.length > 0) process.exitCode = 1
}
