import type { Check, CheckResult } from './check.ts'

export type Found = Pick<Check, 'name' | 'title'> & { readonly result: CheckResult }

/** Runs all checks side by side, each at most that long; one that throws has failed. Never rejects. */
export function runChecks(checks: readonly Check[], withinMs: number): Promise<readonly Found[]> {
  return Promise.all(
    checks.map(async (check) => ({
      ...check,
      result: await run(check, withinMs),
    })),
  )
}

async function run(check: Check, withinMs: number): Promise<CheckResult> {
  try {
    return await check.run(AbortSignal.timeout(withinMs))
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    return {
      ok: false,
      problem: `could not be checked (${why})`,
      remedy: 'Mend what else is wrong, then try again',
    }
  }
}

/** Everything that was checked, one line each, what to do below; a last line sums it up. */
export function toText(found: readonly Found[]): string {
  const wrong = found.filter(({ result }) => !result.ok).length
  const lines = found.map(({ name, title = name, result }) =>
    result.ok
      ? `ok      ${title}: ${result.detail}`
      : `NOT OK  ${title}: ${result.problem}\n        → ${result.remedy}`,
  )
  const summary = wrong === 0 ? 'Everything is well.' : `${wrong} of ${found.length} need attention.`
  return [...lines, summary].join('\n')
}

/** For scripts. */
export function toJson(found: readonly Found[], more: object = {}): string {
  const ok = found.every(({ result }) => result.ok)
  const checks = found.map(({ name, result: { plain: _, ...result } }) => ({ name, ...result }))
  return JSON.stringify({ ok, checks, ...more }, undefined, 2)
}
