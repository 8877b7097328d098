import { isObject, objectsOf } from '../json.ts'
import { block } from './blocks.ts'
import { type Findings, listOf, report } from './check.ts'
import type { Problem } from './problem.ts'
import { checkUniqueness } from './uniqueness.ts'

const MAX_BLOCKS = 50
const MAX_TEXT = 40_000
const MAX_MARKDOWN = 12_000

const blocks = listOf(block, { max: MAX_BLOCKS })

/** All faults for which Slack would refuse this message; empty when it is good. Pointers start at the message. */
export function validateMessage(message: unknown): Problem[] {
  const findings: Findings = { surface: 'message', problems: [] }
  if (!isObject(message)) return [{ message: 'should be object', pointer: '' }]
  if (String(message.text ?? '').length > MAX_TEXT)
    report(findings, `must be less than ${MAX_TEXT + 1} characters`, '/text')
  if (message.blocks === undefined || message.blocks === null) return findings.problems
  blocks(message.blocks, '/blocks', findings)
  const all = objectsOf(message.blocks)
  checkUniqueness(all, '/blocks', findings)
  if (all.filter((item) => item.type === 'table').length > 1)
    report(findings, 'only one table allowed', '/blocks')
  const markdown = all.filter((item) => item.type === 'markdown').map((item) => String(item.text))
  if (markdown.join('').length > MAX_MARKDOWN) report(findings, 'too much markdown', '/blocks')
  return findings.problems
}
