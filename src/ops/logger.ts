import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino'
import type { Log } from './log.ts'
import { redactText } from './redact.ts'
import { toLoggableFields } from './to-loggable.ts'

export type LoggerOptions = {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Default: standard output. */
  readonly destination?: DestinationStream
}

/**
 * Writes one JSON object per line. Secrets and customers' facts are taken out before pino sees them, at any depth, also in children's
 * fields and in errors with their causes.
 */
export function createLogger({ level, destination }: LoggerOptions): Log {
  const options = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    // pino's own takes anything with a message for an error and writes it anew, without its causes.
    serializers: { err: (err: unknown) => err },
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return toLog(destination ? pino(options, destination) : pino(options))
}

function toLog(logger: Logger): Log {
  const writeAt =
    (level: 'debug' | 'info' | 'warn' | 'error'): Log['info'] =>
    (fields, message) => {
      if (!logger.isLevelEnabled(level)) return
      logger[level](toLoggableFields(fields), redactText(message))
    }
  return {
    debug: writeAt('debug'),
    info: writeAt('info'),
    warn: writeAt('warn'),
    error: writeAt('error'),
    child: (fields) => toLog(logger.child(toLoggableFields(fields))),
  }
}
