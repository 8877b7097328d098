import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Counter, Gauge, type Registry } from 'prom-client'

const NS_PER_SECOND = 1e9
const US_PER_SECOND = 1e6

/**
 * The process in the names that dashboards know. prom-client's own collection keeps observers for the life of the process, which an app
 * that can be stopped and started again must not.
 */
export function addProcessGauges(registry: Registry): Disposable {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let cpuCounted = process.cpuUsage()
  const registers = [registry]
  const startedAt = Date.now() / 1000 - process.uptime()
  new Gauge({
    name: 'process_start_time_seconds',
    help: 'When the process began, in seconds since 1970.',
    registers,
    collect() {
      this.set(startedAt)
    },
  })
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Memory that the process holds.',
    registers,
    collect() {
      this.set(process.memoryUsage.rss())
    },
  })
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time used.',
    registers,
    collect() {
      const used = process.cpuUsage(cpuCounted)
      cpuCounted = process.cpuUsage()
      this.inc((used.user + used.system) / US_PER_SECOND)
    },
  })
  new Gauge({
    name: 'nodejs_eventloop_lag_p99_seconds',
    help: 'How late timers ran since the last look; Slack waits three seconds for an answer.',
    registers,
    collect() {
      const p99 = delay.percentile(99)
      delay.reset()
      this.set(Number.isFinite(p99) ? p99 / NS_PER_SECOND : 0)
    },
  })
  return { [Symbol.dispose]: () => void delay.disable() }
}
