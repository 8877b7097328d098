import type { Problem } from './problem.ts'

/** All faults for which Slack would refuse this message; empty when it is good. */
export function validateMessage(_message: unknown): Problem[] {
  return []
}
