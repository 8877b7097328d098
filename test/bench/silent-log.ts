import type { Log } from '../../src/ops/log.ts'

const nothing = (): void => undefined

/** For parts of the app that are measured by themselves. */
export const silentLog: Log = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  child: () => silentLog,
}
