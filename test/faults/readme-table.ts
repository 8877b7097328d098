import { readFileSync, writeFileSync } from 'node:fs'

const README = new URL('../../README.md', import.meta.url)
const BETWEEN = /(?<=<!-- faults: begin -->\n)[\s\S]*(?=<!-- faults: end -->)/u

/** Puts the table of a run where the README tells of it. */
export function writeReadmeTable(table: string, words: string): void {
  const before = readFileSync(README, 'utf8')
  if (!BETWEEN.test(before)) throw new Error('The README has lost the marks between which the table stands')
  writeFileSync(README, before.replace(BETWEEN, `${words}:\n\n${table}\n`))
}
