import type { Problem } from './problem.ts'

/** All faults for which Slack would refuse this modal or Home; empty when it is good. */
export function validateView(_view: unknown): Problem[] {
  return []
}
