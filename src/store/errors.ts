/** Something about the memory that the operator or the caller has to know. Messages name the remedy and hold no customer data. */
export class StoreError extends Error {
  override name: string = 'StoreError'
  readonly code: string

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** The draft made a lead before: a repeated confirm reads that lead instead. */
export class DraftAlreadyConfirmedError extends StoreError {
  override name = 'DraftAlreadyConfirmedError'
  readonly leadId: string

  constructor(leadId: string, options?: ErrorOptions) {
    super('draft_already_confirmed', 'This draft has already made a lead', options)
    this.leadId = leadId
  }
}

/** A change of state that TRANSITIONS does not know: a defect of the caller. */
export class IllegalTransitionError extends StoreError {
  override name = 'IllegalTransitionError'

  constructor(from: string, to: string) {
    super('illegal_transition', `A lead can't go from ${from} to ${to}`)
  }
}

/** Nothing was written: the database was locked by another program for too long, or the transaction took too long. */
export class StoreBusyError extends StoreError {
  override name = 'StoreBusyError'

  constructor(message: string, options?: ErrorOptions) {
    super('store_busy', message, options)
  }
}

/** A transaction awaits nothing but its own `tx`; anything else would wait for itself. */
export class OutsideTransactionError extends StoreError {
  override name = 'OutsideTransactionError'

  constructor() {
    super(
      'outside_transaction',
      'Inside a transaction use its own tx: the store itself would wait for the transaction',
    )
  }
}

/** A `tx` was used after its transaction had ended. */
export class TransactionOverError extends StoreError {
  override name = 'TransactionOverError'

  constructor() {
    super('transaction_over', 'This transaction is over: await everything that is done with its tx')
  }
}

/** A value that no column can hold was about to be bound. */
export class UnfitBindError extends StoreError {
  override name = 'UnfitBindError'

  constructor(index: number, kind: string) {
    super(
      'unfit_bind',
      `Bind ${index + 1} is a ${kind}: only strings, finite numbers, bigints, null and bytes can be stored`,
    )
  }
}

/** Another process holds the data folder. */
export class DataDirInUseError extends StoreError {
  override name = 'DataDirInUseError'

  constructor(dataDir: string, options?: ErrorOptions) {
    super(
      'data_dir_in_use',
      `Another Leadhand process uses ${dataDir}. Stop it first, or give this one a DATA_DIR of its own. ` +
        'Several processes that share their leads need Postgres: set DATABASE_URL.',
      options,
    )
  }
}

/** The data folder can't be made, read or written. */
export class DataDirUnusableError extends StoreError {
  override name = 'DataDirUnusableError'

  constructor(dataDir: string, options?: ErrorOptions) {
    super(
      'data_dir_unusable',
      `Leadhand can't keep its data in ${dataDir}. Make sure that the folder can be made and written by this user, ` +
        'or set DATA_DIR to another one.',
      options,
    )
  }
}

/** The database was written by a newer version. */
export class NewerSchemaError extends StoreError {
  override name = 'NewerSchemaError'

  constructor(found: number, known: number) {
    super(
      'newer_schema',
      `The database has schema ${found}, this version of Leadhand knows ${known}. Start the newer version again, ` +
        'or restore the backup that was made before the update.',
    )
  }
}

/** Postgres does not answer. */
export class DatabaseUnreachableError extends StoreError {
  override name = 'DatabaseUnreachableError'

  constructor(options?: ErrorOptions) {
    super(
      'database_unreachable',
      'The database that DATABASE_URL names does not answer. Check that it runs, and its address, user and password.',
      options,
    )
  }
}

/** There is no database where the settings say. */
export class NoRecordsError extends StoreError {
  override name = 'NoRecordsError'

  constructor(dataDir: string) {
    super(
      'no_records',
      `There is no database in ${dataDir}. Check DATA_DIR, or DATABASE_URL if the leads are in Postgres.`,
    )
  }
}

/** The leads are in Postgres, which has tools of its own. */
export class BackupByPostgresError extends StoreError {
  override name = 'BackupByPostgresError'

  constructor() {
    super(
      'backup_by_postgres',
      'The leads are in Postgres. Back it up with: pg_dump --format=custom --file=leadhand.dump "$DATABASE_URL"',
    )
  }
}
