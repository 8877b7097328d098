import { createRecords, type RecordPlace, type Records, StoreError } from '../app-records.ts'
import { readEnvironment } from '../config/env.ts'
import { readRecordSettings } from '../config/record-settings.ts'
import { SettingsError } from '../config/settings-error.ts'
import { createLogger } from '../ops/logger.ts'

/** Runs one tool over what Leadhand remembers; what is wrong is said without a stack. Gives the exit code. */
export async function runTool(
  work: (records: Records, place: RecordPlace) => Promise<number>,
): Promise<number> {
  try {
    const place = readRecordSettings(readEnvironment())
    return await work(createRecords(place, createLogger({ level: 'silent' }), Date.now), place)
  } catch (error) {
    const isExpected = error instanceof StoreError || error instanceof SettingsError
    if (!isExpected && !isFileError(error)) throw error
    process.stderr.write(`${error.message}\n`)
    return 1
  }
}

const isFileError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && /^E[A-Z]+$/u.test(String(error.code))

export function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
