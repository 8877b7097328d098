import { DatabaseSync } from 'node:sqlite'

export type Plans = Disposable & {
  /** The steps of what was prepared since then that read a whole table, or all that an account or a person ever had. */
  withoutIndex(database: DatabaseSync): readonly string[]
}

// A prepared statement says nowhere by itself how it gets at its rows.
const { prepare } = DatabaseSync.prototype

/** Notes which statements this process prepares. Those that were prepared before are not seen: the database is opened anew for it. */
export function watchPlans(): Plans {
  const seen = new Set<string>()
  DatabaseSync.prototype.prepare = function (sql) {
    seen.add(sql)
    return prepare.call(this, sql)
  }
  return {
    withoutIndex: (database) =>
      [...seen]
        .filter((sql) => /^select/iu.test(sql))
        .flatMap((sql) =>
          prepare
            .call(database, `explain query plan ${sql}`)
            .all()
            .map((step) => String(step.detail))
            .filter((step) => /^SCAN (?!CONSTANT)|\((?:account|taker)=\?\)$/u.test(step)),
        ),
    [Symbol.dispose]() {
      DatabaseSync.prototype.prepare = prepare
    },
  }
}
