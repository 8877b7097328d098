import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../ops/log.ts'

/** Bolt's and the Web API client's words in our log. Their debug lines hold whole payloads, so they are never asked for. */
export function toBoltLogger(log: Log): Logger {
  return {
    debug: () => undefined,
    info: (...words) => log.debug({ said: text(words) }, 'slack client'),
    warn: (...words) => log.warn({ said: text(words) }, 'slack client'),
    error: (...words) => log.error({ said: text(words) }, 'slack client'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  }
}

function text(words: readonly unknown[]): string {
  return words
    .map((word) => (word instanceof Error ? `${word.name}: ${word.message}` : String(word)))
    .join(' ')
}
