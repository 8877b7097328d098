import { type Reference, reference } from '../lead/ids.ts'

// No 0/O, 1/I/L, U/V: it is read out over the phone.
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTWXYZ'
const LENGTH = 6

/** A short reference such as `LH-7K2M9Q`. `random` gives 0 ≤ n < 1. */
export function drawReference(random: () => number): Reference {
  const letters = Array.from({ length: LENGTH }, () =>
    ALPHABET.charAt(Math.floor(random() * ALPHABET.length)),
  )
  return reference(`LH-${letters.join('')}`)
}
