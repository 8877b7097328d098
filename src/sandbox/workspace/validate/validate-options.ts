import { isObject } from '../json.ts'
import { type Findings, listOf, record } from './check.ts'
import { checkOptionSource, MAX_OPTIONS, optionGroup, selectOption } from './options.ts'
import type { Problem } from './problem.ts'

const answer = record(
  {},
  // Unlike a select's own lists, an answer may be empty: nothing was found.
  {
    options: listOf(selectOption, { max: MAX_OPTIONS }),
    option_groups: listOf(optionGroup, { max: MAX_OPTIONS }),
  },
  checkOptionSource,
)

/** Faults of an answer to `block_suggestion`; empty when Slack would show its options. */
export function validateOptions(body: unknown): Problem[] {
  if (!isObject(body)) return [{ message: 'should be object', pointer: '' }]
  const findings: Findings = { surface: 'modal', problems: [] }
  answer(body, '', findings)
  return findings.problems
}
