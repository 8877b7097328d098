import type { Doctor } from '../app-doctor.ts'
import { type Found, runChecks, toJson, toText } from '../ops/doctor-report.ts'

export type ExamineOptions = {
  readonly json: boolean
  readonly sendTestCard: boolean
  readonly printRequest: boolean
  readonly print: (text: string) => void
}

const WITHIN_MS = 20_000

/** Runs what was asked for and prints it; gives the exit code. */
export async function examine(
  doctor: Pick<Doctor, 'checks' | 'testCards' | 'previewRequests'>,
  { json, sendTestCard, printRequest, print }: ExamineOptions,
): Promise<number> {
  const found = await runChecks([...doctor.checks, ...(sendTestCard ? doctor.testCards : [])], WITHIN_MS)
  const requests = printRequest ? await previewAll(doctor) : []
  if (json) {
    print(toJson(found, printRequest ? { requests } : {}))
  } else {
    print(toText(found))
    for (const request of requests) print(`\n${JSON.stringify(request, undefined, 2)}`)
  }
  return found.every(isWell) ? 0 : 1
}

const isWell = ({ result }: Found): boolean => result.ok

async function previewAll(doctor: Pick<Doctor, 'previewRequests'>): Promise<readonly object[]> {
  try {
    return await doctor.previewRequests(AbortSignal.timeout(WITHIN_MS))
  } catch (error) {
    // What stands against it is among the checks.
    return [{ problem: 'could not be made', because: error instanceof Error ? error.message : 'unknown' }]
  }
}
