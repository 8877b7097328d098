import type { Log } from '../ops/log.ts'

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ'

/** Logs what went wrong; gives the reference that the person is told, which stands in the log too. */
export function noteFailure(
  error: unknown,
  fields: object,
  { log, random }: { readonly log: Log; readonly random: () => number },
): string {
  const errorReference = `ERR-${Array.from({ length: 6 }, () => ALPHABET.charAt(Math.floor(random() * ALPHABET.length))).join('')}`
  log.error({ err: error, errorReference, ...fields }, 'listener failed')
  return errorReference
}
