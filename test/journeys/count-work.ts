import { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Store } from '../../src/store/open-store.ts'
import type { Stage } from './stage.ts'

/** What a piece of a journey costs: calls over the wire by name, and what SQLite was asked to do. */
export type Work = {
  readonly slack: Readonly<Record<string, number>>
  readonly singleops: Readonly<Record<string, number>>
  /** Statements, without the queue's own looking and ticking off: how often it does so depends on what happens to fall together. */
  readonly statements: number
  /** Transactions, and single statements outside of one, that changed something. */
  readonly writes: number
  /** Those of them that were synced to disk. */
  readonly synced: number
}

const isOfQueue = (sql: string): boolean => /^select .* from wake_ups|^update wake_ups set done_at/u.test(sql)
const isWrite = (sql: string): boolean => /^(?:insert|update|delete)/u.test(sql)

export type Counter = Disposable & {
  read(): Pick<Work, 'statements' | 'writes' | 'synced'>
  /** Resolves when `times` more statements have begun with `words`. */
  more(words: string, times: number): Promise<void>
}

/** Counts at the driver itself, below everything that could forget to tell. One app at a time in one process. */
export function watchStatements(): Counter {
  const { prepare, exec } = DatabaseSync.prototype
  const { all, run } = StatementSync.prototype
  const texts = new WeakMap<StatementSync, string>()
  let [statements, writes, synced, changes] = [0, 0, 0, 0]
  let isSynced = true
  let isInTransaction = false
  const awaited = new Set<(sql: string) => void>()

  function note(statement: StatementSync): void {
    const sql = texts.get(statement) ?? ''
    for (const look of awaited) look(sql)
    if (sql.startsWith('begin')) {
      isInTransaction = true
      changes = 0
    } else if (sql === 'commit' || sql === 'rollback') {
      isInTransaction = false
      if (sql === 'commit' && changes > 0) noteWrite()
    } else if (!isOfQueue(sql)) {
      statements += 1
      if (isWrite(sql)) changes += 1
      if (isWrite(sql) && !isInTransaction) noteWrite()
    }
  }
  function noteWrite(): void {
    writes += 1
    if (isSynced) synced += 1
  }
  DatabaseSync.prototype.exec = function (sql) {
    const [, level] = /pragma synchronous = (\w+)/u.exec(sql) ?? []
    if (level) isSynced = level === 'full'
    return exec.call(this, sql)
  }
  DatabaseSync.prototype.prepare = function (sql) {
    const statement = prepare.call(this, sql)
    texts.set(statement, sql)
    return statement
  }
  StatementSync.prototype.all = function (this: StatementSync, ...binds: Parameters<typeof all>) {
    note(this)
    return all.apply(this, binds)
  } as typeof all
  StatementSync.prototype.run = function (this: StatementSync, ...binds: Parameters<typeof run>) {
    note(this)
    return run.apply(this, binds)
  } as typeof run
  return {
    read: () => ({ statements, writes, synced }),
    more(words, times) {
      let left = times
      return new Promise((resolve) => {
        const look = (sql: string): void => {
          if (sql.startsWith(words)) left -= 1
          if (left > 0) return
          awaited.delete(look)
          resolve()
        }
        awaited.add(look)
      })
    },
    [Symbol.dispose]() {
      Object.assign(DatabaseSync.prototype, { prepare, exec })
      Object.assign(StatementSync.prototype, { all, run })
    },
  }
}

/** The work of `act`, from a quiet app to a quiet app. */
export async function workOf(
  stage: Stage,
  store: Store,
  counter: Counter,
  act: () => Promise<unknown>,
): Promise<Work> {
  await quiet(stage, store)
  const [calls, requests, before] = [callsOf(stage), requestsOf(stage), counter.read()]
  await act()
  await quiet(stage, store)
  const after = counter.read()
  return {
    slack: countNames(callsOf(stage).slice(calls.length)),
    singleops: countNames(requestsOf(stage).slice(requests.length)),
    statements: after.statements - before.statements,
    writes: after.writes - before.writes,
    synced: after.synced - before.synced,
  }
}

/** Nothing is due, nothing runs, nothing is on the wire, twice in a row: what one of them has ended may have begun another. */
async function quiet({ ws, singleops }: Stage, store: Store): Promise<void> {
  for (let times = 0; times < 2; times += 1) {
    await ws.drain()
    await singleops.drain()
    await store.queue.drain()
  }
}

const callsOf = ({ ws }: Stage): string[] =>
  ws
    .traffic()
    .filter(({ direction }) => direction === 'app→slack')
    .map(({ what }) => what)

const requestsOf = ({ singleops }: Stage): string[] =>
  singleops.requests().map(({ method, path }) => `${method} ${path.replace('/api/v1/', '')}`)

function countNames(names: readonly string[]): Record<string, number> {
  const groups = Map.groupBy(names, (name) => name)
  return Object.fromEntries([...groups].map(([name, each]) => [name, each.length]))
}
