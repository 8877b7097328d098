import { execFile } from 'node:child_process'
import { z } from 'zod'

export type Audit =
  | {
      readonly kind: 'answered'
      readonly found: readonly { readonly name: string; readonly severity: string }[]
    }
  | { readonly kind: 'not-answered'; readonly why: string }

const report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
})
const refusal = z.object({ message: z.string() })

/**
 * Asks the registry what is known against the packages that ship. A registry that answers no such question, or none that can be reached,
 * says nothing about them.
 */
export async function auditDependencies(folder: string, more: readonly string[] = []): Promise<Audit> {
  const said: unknown = parseJson(await run(folder, ['audit', '--json', '--omit=dev', ...more]))
  const answer = report.safeParse(said)
  if (answer.success) {
    const found = Object.entries(answer.data.vulnerabilities).map(([name, { severity }]) => ({
      name,
      severity,
    }))
    return { kind: 'answered', found }
  }
  return {
    kind: 'not-answered',
    why: refusal.safeParse(said).data?.message ?? 'npm said nothing that can be read',
  }
}

/** What npm printed: findings and refusals alike end it with an error code. */
function run(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile('npm', [...args], { cwd, timeout: 60_000 }, (_error, stdout) => resolve(stdout))
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
