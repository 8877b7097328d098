import { Worker } from 'node:worker_threads'
import type { Log } from '../ops/log.ts'

// About three pages each, so some 12 MB of log. The same few pages are written again with each lead: the longer the log, the fewer times
// each is copied into the file.
const AFTER_STATEMENTS = 2_000
// While the disk writes the copy, commits wait for it: it is made when nothing is written, unless that moment does not come.
const QUIET_MS = 250
const AT_LATEST_AFTER_STATEMENTS = 8_000

/**
 * Has SQLite's write-ahead log copied into its file by another thread. SQLite would do it inside some commit, which would hold up every
 * click for as long as the disk takes.
 */
export class Checkpoints {
  readonly #file: string
  readonly #log: Log
  #written = 0
  #quiet: NodeJS.Timeout | undefined
  #worker: Worker | undefined

  constructor(file: string, log: Log) {
    this.#file = file
    this.#log = log
  }

  /** A statement has written something. */
  wrote(): void {
    this.#written += 1
    if (this.#written < AFTER_STATEMENTS) return
    if (this.#written >= AT_LATEST_AFTER_STATEMENTS) this.#copy()
    else if (this.#quiet) this.#quiet.refresh()
    else this.#quiet = setTimeout(() => this.#copy(), QUIET_MS).unref()
  }

  #copy(): void {
    clearTimeout(this.#quiet)
    this.#quiet = undefined
    this.#written = 0
    this.#worker ??= this.#start()
    this.#worker.postMessage('copy')
  }

  /** Resolves once no other thread has the file open. */
  async end(): Promise<void> {
    clearTimeout(this.#quiet)
    const worker = this.#worker
    if (!worker) return
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.ref()
    worker.postMessage(null)
    await ended
  }

  // Started late: most processes of a test, and an office in its first days, never need it.
  #start(): Worker {
    const worker = new Worker(new URL('./checkpoint-worker.ts', import.meta.url), {
      name: 'checkpoints',
      workerData: { file: this.#file },
      resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 },
    })
    worker.unref()
    // The log grows until it is copied by a commit after all, or by the next thread.
    worker.on('error', (err) =>
      this.#log.warn({ err }, 'the log of the database was not copied into its file'),
    )
    worker.on('exit', () => {
      this.#worker = undefined
    })
    return worker
  }
}
