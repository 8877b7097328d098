import { readFileSync } from 'node:fs'
import { createApp } from './app.ts'
import { readConfig } from './config/config.ts'
import { readEnvironment } from './config/env.ts'
import { SettingsError } from './config/settings-error.ts'
import { createLogger } from './ops/logger.ts'

try {
  const config = readConfig(readEnvironment(), (path) => readFileSync(path, 'utf8'))
  const log = createLogger({ level: config.logLevel })
  const app = await createApp(config, log)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      app.stop(AbortSignal.timeout(config.stopWithinMs)).catch((err: unknown) => {
        log.error({ err }, 'stopping failed')
        process.exitCode = 1
      })
    })
  }
} catch (error) {
  // The reason and its remedy, not a stack: whoever reads this runs the app, and need not know its code.
  const advice = error instanceof SettingsError ? `${error.advice}\n` : ''
  process.stderr.write(
    `Leadhand can't start.\n${error instanceof Error ? error.message : String(error)}\n${advice}`,
  )
  process.exitCode = 1
}
