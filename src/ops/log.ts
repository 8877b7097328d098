/** The logger that rooms are handed; pino satisfies it. Messages are static, what varies goes into the object. */
export type Log = {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
  child(fields: object): Log
}
