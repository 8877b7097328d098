import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'

export type SpawnedApp = AsyncDisposable & {
  readonly port: number
  /** Rejects when the app ends by itself. */
  readonly ended: Promise<never>
}

// A cold start reads the schema and the settings; everything beyond is a fault.
const UP_WITHIN_MS = 20_000
const DOWN_WITHIN_MS = 12_000

/** Starts an app as an operator would: `node ENTRY` with nothing but environment variables. Its log goes into a file. */
export async function spawnApp(
  entry: string,
  env: Readonly<Record<string, string>>,
  logFile: string,
): Promise<SpawnedApp> {
  const child = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const log = createWriteStream(logFile)
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => log.write(`${line}\n`))
  const exited = once(child, 'exit')
  const ended = exited.then(([code]) => {
    log.end()
    throw new Error(`The app ended with code ${code}. Its log: ${logFile}`)
  })
  // Whoever stops the app does not wait for this one.
  ended.catch(() => undefined)

  const up = new Promise<number>((resolve) => {
    lines.on('line', (line) => {
      const port = portIn(line)
      if (port !== undefined) resolve(port)
    })
  })
  const late = AbortSignal.timeout(UP_WITHIN_MS)
  const port = await Promise.race([up, ended, rejectOn(late, `The app is not up. Its log: ${logFile}`)])

  return {
    port,
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      const killer = setTimeout(() => child.kill('SIGKILL'), DOWN_WITHIN_MS)
      await exited
      clearTimeout(killer)
    },
  }
}

/** The app says in its log on which port it listens. */
function portIn(line: string): number | undefined {
  try {
    const { port, msg }: { port?: unknown; msg?: unknown } = JSON.parse(line)
    return msg === 'leadhand is up' && typeof port === 'number' ? port : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function rejectOn(signal: AbortSignal, message: string): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error(message)))
  })
}
