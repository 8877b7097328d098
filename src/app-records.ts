import { parsePhone } from './lead/phone.ts'
import type { Log } from './ops/log.ts'
import { backUp } from './store/backup.ts'
import { exportLeads, type LeadRecord } from './store/export-leads.ts'
import { type Forgotten, forgetPerson, type PersonKey } from './store/forget-person.ts'
import { type Moved, moveToPostgres } from './store/move-to-postgres.ts'
import { openRecords, type RecordPlace } from './store/open-records.ts'

export { StoreError } from './store/errors.ts'
export type { Forgotten, LeadRecord, Moved, PersonKey, RecordPlace }

/** What the command line does with what Leadhand remembers. Each rejects with a StoreError that names the remedy. */
export type Records = {
  backUp(target: string): Promise<{ readonly leads: number }>
  export(): AsyncGenerator<LeadRecord>
  forget(key: PersonKey): Promise<Forgotten>
  /** Needs DATABASE_URL. */
  moveToPostgres(databaseUrl: string): Promise<Moved>
}

export function createRecords(place: RecordPlace, log: Log, now: () => number): Records {
  return {
    backUp: (target) => backUp(place, target),
    async *export() {
      const db = openRecords(place, log, { readOnly: true })
      try {
        yield* exportLeads(db)
      } finally {
        await db.destroy()
      }
    },
    async forget(key) {
      const db = openRecords(place, log, { readOnly: false })
      try {
        return await forgetPerson(db, key)
      } finally {
        await db.destroy()
      }
    },
    moveToPostgres: (databaseUrl) => moveToPostgres({ dataDir: place.dataDir, databaseUrl, now, log }),
  }
}

/** `(770) 555-0123` or `jane@example.com` → by whom a person is known; undefined when it is neither. */
export function toPersonKey(written: string): PersonKey | undefined {
  const text = written.trim()
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text)) return { kind: 'email', value: text.toLowerCase() }
  const read = parsePhone(text, { country: 'US', areaCode: undefined })
  if (read.kind !== 'phone') return undefined
  const digits = read.number.replace(/ ext.*$/u, '').replaceAll(/\D/gu, '')
  return { kind: 'phone', value: digits.replace(/^1(?=\d{10}$)/u, '') }
}
