import type { Log } from '../../src/ops/log.ts'

export type LogLine = { readonly level: string; readonly message: string; readonly fields: object }

/** A log that keeps its lines, for tests that assert on them. */
export function createMemoryLog(): Log & { readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const write = (level: string) => (fields: object, message: string) => {
    lines.push({ level, message, fields })
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
