import type { Log } from '../../src/ops/log.ts'

export type LogLine = { readonly level: string; readonly fields: object; readonly message: string }

/** Keeps what was logged. */
export function createSilentLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const write =
    (level: string) =>
    (fields: object, message: string): void => {
      lines.push({ level, fields, message })
    }
  const log = {
    lines,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: () => log,
  }
  return log
}
