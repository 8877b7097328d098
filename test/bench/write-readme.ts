import { readFileSync, writeFileSync } from 'node:fs'
import { toGoals } from './report.ts'
import type { Run } from './result.ts'

const BEGIN = '<!-- bench: written by npm run bench -->'
const END = '<!-- /bench -->'

/** Puts the goals of the last run into the README, between its two marks. */
export function writeReadme(file: URL, run: Run): void {
  const text = readFileSync(file, 'utf8')
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`The README has no place for the figures: ${BEGIN} … ${END}`)
  const goals = toGoals(Object.values(run.parts).flatMap((part) => part.goals ?? []))
  writeFileSync(file, `${text.slice(0, from)}${BEGIN}\n${goals}\n${text.slice(to)}`)
}
