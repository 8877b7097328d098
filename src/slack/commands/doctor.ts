import type { Check, CheckResult } from '../../ops/check.ts'
import { escapeText } from '../escape.ts'

const WITHIN_MS = 10_000

/** Runs every check side by side; what needs attention comes first, with what to do, then what is well. */
export async function examine(checks: readonly Check[]): Promise<string> {
  const found = await Promise.all(
    checks.map(async (check) => ({ title: check.title ?? check.name, ...(await run(check)) })),
  )
  const wrong = found.filter(({ ok }) => !ok)
  const headline =
    wrong.length === 0
      ? '*Everything is well.* Leads can be entered and get to SingleOps.'
      : `*${wrong.length === 1 ? 'One thing needs' : `${wrong.length} things need`} attention.* Leads that are taken meanwhile are kept.`
  return [headline, ...wrong.map(toLine), ...found.filter(({ ok }) => ok).map(toLine)].join('\n')
}

async function run(check: Check): Promise<CheckResult> {
  try {
    return await check.run(AbortSignal.timeout(WITHIN_MS))
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown'
    return { ok: false, problem: `could not be checked (${why}).`, remedy: 'Please try again.' }
  }
}

function toLine({ title, ...result }: CheckResult & { readonly title: string }): string {
  const about = `*${escapeText(title)}*`
  if (result.ok) return `:white_check_mark: ${about}: ${escapeText(result.detail)}`
  return `:x: ${about}: ${escapeText(result.problem)}\n      → ${escapeText(result.remedy)}`
}
