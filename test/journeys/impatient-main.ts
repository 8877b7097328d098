// The real entry with short leases, so that a test of a killed process need not wait for minutes.
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config/config.ts'
import { readEnvironment } from '../../src/config/env.ts'
import { createLogger } from '../../src/ops/logger.ts'

const config = readConfig(readEnvironment(), () => '')
const delivery = {
  ...config.delivery,
  attemptDeadlineMs: 1000,
  leaseMs: 1500,
  leaseMarginMs: 200,
  lookUp: { firstAfterMs: 20, everyMs: 20, looks: 3, overMs: 40 },
}
const notifications = { ...config.notifications, postLeaseMs: 1500 }
await createApp({ ...config, delivery, notifications }, createLogger({ level: config.logLevel }))
