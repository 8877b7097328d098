import type { Check, CheckResult } from '../../ops/check.ts'
import { escapeText } from '../escape.ts'

const WITHIN_MS = 10_000

/**
 * Runs every check side by side. Wording: for an office manager. What needs attention comes first, with what to do; then what is worth
 * knowing; all that is well is one line.
 */
export async function examine(checks: readonly Check[]): Promise<string> {
  const found = await Promise.all(
    checks.map(async (check) => ({ title: check.title ?? check.name, ...(await run(check)) })),
  )
  const wrong = found.filter(({ ok }) => !ok)
  const headline =
    wrong.length === 0
      ? '*Everything is well.* Leads can be entered and get to SingleOps.'
      : `*${wrong.length === 1 ? 'One thing needs' : `${wrong.length} things need`} attention.* Leads that are taken meanwhile are kept.`
  const well = found.filter(({ ok }) => ok)
  return [headline, ...wrong.flatMap(toTrouble), ...well.flatMap(toNews), ...allWell(well)].join('\n')
}

async function run(check: Check): Promise<CheckResult> {
  try {
    return await check.run(AbortSignal.timeout(WITHIN_MS))
  } catch (error) {
    const why = error instanceof Error ? error.name : 'unknown'
    const plain = {
      problem: 'This could not be looked at just now.',
      remedy: 'Please try again in a moment.',
    }
    return { ok: false, problem: `could not be checked (${why})`, remedy: 'Please try again.', plain }
  }
}

type Result = CheckResult & { readonly title: string }

function toTrouble(result: Result): string[] {
  if (result.ok) return []
  const { problem, remedy } = result.plain ?? result
  return [`:x: *${escapeText(result.title)}*: ${escapeText(problem)}\n      → ${escapeText(remedy)}`]
}

function toNews({ title, ...result }: Result): string[] {
  return result.ok && result.plain
    ? [`:hourglass_flowing_sand: *${escapeText(title)}*: ${escapeText(result.plain)}`]
    : []
}

function allWell(well: readonly Result[]): string[] {
  const titles = [...new Set(well.map(({ title }) => escapeText(title)))]
  return titles.length > 0 ? [`:white_check_mark: Looked at, and well: ${titles.join(', ')}.`] : []
}
