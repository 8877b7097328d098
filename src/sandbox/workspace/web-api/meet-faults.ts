import type { ApiFault } from '../api.ts'
import type { FaultSwitches } from '../fault-switches.ts'
import { pause } from '../pause.ts'
import { type HttpAnswer, jsonAnswer } from './http-answer.ts'

/** Carries a call out under the holds and faults that are switched on. Undefined: cut the connection instead of answering. */
export async function meetFaults(
  method: string,
  channels: readonly string[],
  faults: FaultSwitches,
  closing: AbortSignal,
  carryOut: () => HttpAnswer,
): Promise<HttpAnswer | undefined> {
  await faults.waitForHolds(method, 'before')
  const fault = faults.takeForCall(method, channels)
  if (fault?.delayMs && !fault.afterProcessing) await pause(fault.delayMs, closing)
  if (fault && !fault.afterProcessing && spoils(fault)) return spoiled(fault)
  const answer = carryOut()
  await faults.waitForHolds(method, 'after')
  if (!fault?.afterProcessing) return answer
  if (fault.delayMs) await pause(fault.delayMs, closing)
  return spoils(fault) ? spoiled(fault) : answer
}

function spoils(fault: ApiFault): boolean {
  return fault.reset === true || fault.status !== undefined || fault.error !== undefined
}

function spoiled(fault: ApiFault): HttpAnswer | undefined {
  if (fault.reset) return undefined
  const status = fault.status ?? 200
  const error = fault.error ?? (status === 429 ? 'ratelimited' : 'internal_error')
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
  return jsonAnswer({ ok: false, error }, status, headers)
}
