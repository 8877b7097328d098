import { randomBytes, randomInt } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function randomWord(length: number): string {
  return Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')
}

/** `C` and `leads-inbox` → `C0LEADSINB`: the same in every run, so that settings can name it. */
export function namedId(prefix: string, name: string, taken: (id: string) => boolean): string {
  const word = name.toUpperCase().replace(/[^A-Z0-9]/gu, '')
  const id = `${prefix}0${word.slice(0, 8).padEnd(8, '0')}`
  return taken(id) ? newId(prefix) : id
}

/** Prefix and nine random letters or digits, the form of Slack's ids. */
export function newId(prefix: string): string {
  return `${prefix}0${randomWord(9)}`
}

/** For blocks and elements that the app left without an id. */
export function generatedId(): string {
  return randomBytes(4).toString('base64url').slice(0, 5)
}

export function newHash(nowMs: number): string {
  return `${Math.floor(nowMs / 1000)}.${randomBytes(4).toString('hex')}`
}

export function newTriggerId(): string {
  return `${randomInt(1e9, 1e10)}.${randomInt(1e9, 1e10)}.${randomBytes(16).toString('hex')}`
}

/** Hands out `ts` values that rise even when the clock stands still. */
export function createTimestamps(clock: () => number): () => string {
  let lastMicros = 0
  return () => {
    lastMicros = Math.max(lastMicros + 1, Math.floor(clock() * 1000))
    return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`
  }
}
