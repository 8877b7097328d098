// SQLite's checkpoint, in a thread of its own. One message is one checkpoint; `null` ends the thread.
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'

// What is committed meanwhile is not in the copy; the log only starts anew once all of it has been copied.
const MOST_ROUNDS = 5

const database = new DatabaseSync(workerData.file, { timeout: 0 })
// Otherwise the file would not be synced before the log is written over.
database.exec('pragma synchronous = full')
const checkpoint = database.prepare('pragma wal_checkpoint(passive)')

parentPort?.on('message', (message: unknown) => {
  if (message === null) {
    database.close()
    parentPort?.close()
    return
  }
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { log, checkpointed } = checkpoint.get() ?? {}
    if (log === checkpointed) return
  }
})
