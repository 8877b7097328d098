import type { Check } from '../../ops/check.ts'
import { escapeText } from '../escape.ts'

const WITHIN_MS = 10_000

/** Runs every check side by side and says in sentences what is well and what is not. */
export async function examine(checks: readonly Check[]): Promise<string> {
  const lines = await Promise.all(checks.map(examineOne))
  return lines.join('\n') || 'There is nothing to check.'
}

async function examineOne(check: Check): Promise<string> {
  try {
    const result = await check.run(AbortSignal.timeout(WITHIN_MS))
    if (result.ok) return `:white_check_mark: *${escapeText(check.name)}*: ${escapeText(result.detail)}`
    return `:x: *${escapeText(check.name)}*: ${escapeText(result.problem)} ${escapeText(result.remedy)}`
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown'
    return `:x: *${escapeText(check.name)}*: could not be checked (${escapeText(why)}). Please try again.`
  }
}
