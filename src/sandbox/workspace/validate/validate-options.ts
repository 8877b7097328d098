import { isObject } from '../json.ts'
import type { Problem } from './problem.ts'

/** Faults of an answer to `block_suggestion`. */
export function validateOptions(body: unknown): Problem[] {
  return isObject(body) ? [] : [{ message: 'must be an object', pointer: '' }]
}
