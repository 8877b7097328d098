// Holds the database for a moment, as a backup tool does.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

const HELD_FOR_MS = 300

const database = new DatabaseSync(join(String(workerData), 'leadhand.db'))
database.exec('begin exclusive')
parentPort?.postMessage('locked')
// Longer than any short busy timeout; the other thread waits for it inside SQLite.
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, HELD_FOR_MS)
database.exec('commit')
database.close()
