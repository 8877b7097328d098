// The real app with its ports watched: whoever has started this process says at which point it dies.
import { readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { readEnvironment } from '../../src/config/env.ts'
import { createLogger } from '../../src/ops/logger.ts'
import { mortalPorts } from './mortal-ports.ts'
import { addMigration } from './next-version.ts'
import type { Order, Plan, Report } from './orders.ts'

const plan: Plan = JSON.parse(process.argv[2] ?? '{}')
const visits = new Map<string, number>()
const declare = (point: string): void => void visits.set(point, visits.get(point) ?? 0)
let death = plan.death && { point: plan.death.point, left: plan.death.nth }
let hang: PromiseWithResolvers<void> | undefined
let clockOffsetMs = plan.clockOffsetMs ?? 0

function visit(point: string): void {
  visits.set(point, (visits.get(point) ?? 0) + 1)
  if (!death || (death.point !== '*' && death.point !== point)) return
  death.left -= 1
  if (death.left === 0) process.kill(process.pid, 'SIGKILL')
}

// The limits of SQLite belong to a connection and not to the file, so they can only be set from inside.
const databases = new Set<DatabaseSync>()
const { prepare } = DatabaseSync.prototype
DatabaseSync.prototype.prepare = function (sql) {
  databases.add(this)
  return prepare.call(this, sql)
}

if (plan.isNextVersion) addMigration()

function execute(sql: string): void {
  for (const database of databases) if (database.isOpen) database.exec(sql)
}

function tell(report: Report): void {
  process.send?.(report)
}

process.on('message', (order: Order) => {
  switch (order.do) {
    case 'die':
      death = { point: order.point, left: order.nth }
      break
    case 'live':
      death = undefined
      hang?.resolve()
      hang = undefined
      break
    case 'hang':
      hang = Promise.withResolvers()
      break
    case 'forget visits':
      for (const point of visits.keys()) visits.set(point, 0)
      break
    case 'tell visits':
      tell({ visits: Object.fromEntries(visits) })
      break
    case 'jump clock':
      clockOffsetMs += order.byMs
      break
    case 'sql':
      execute(order.text)
      break
  }
  if (order.do !== 'tell visits') tell({ done: order.do })
})

try {
  const config = readConfig(readEnvironment(), (path) => readFileSync(path, 'utf8'))
  const log = createLogger({ level: config.logLevel })
  const app = await createApp(
    {
      ...config,
      delivery: { ...config.delivery, ...plan.delivery },
      notifications: { ...config.notifications, ...plan.notifications },
      intake: { ...config.intake, ...plan.intake },
      singleops: {
        ...config.singleops,
        ...plan.singleops,
        posting: { ...config.singleops.posting, ...plan.posting },
      },
    },
    log,
    {
      ...mortalPorts({ visit, declare, pass: async () => hang?.promise }),
      now: () => Date.now() + clockOffsetMs,
    },
  )
  tell({ port: app.port })
  process.once('SIGTERM', () => {
    void app.stop(AbortSignal.timeout(config.stopWithinMs)).then(() => process.disconnect?.())
  })
} catch (error) {
  tell({ refused: error instanceof Error ? error.message : String(error) })
  process.exitCode = 1
  process.disconnect?.()
}
