// Primary result codes: https://www.sqlite.org/rescode.html. The low byte of an extended code is its primary code.
const SQLITE_BUSY = 5

/** Another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === SQLITE_BUSY
  )
}
