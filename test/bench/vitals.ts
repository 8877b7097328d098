// Loaded with `--import` before either app's own entry: tells whoever has started the process what it has used. Nothing of the app is touched.
export type Vitals = {
  /** Processor time since the start, ms. */
  readonly cpuMs: number
  readonly residentMb: number
  readonly heapMb: number
}

const MB = 1024 * 1024

process.on('message', (order) => {
  // Twice: what a first collection frees may hold what a second one finds.
  if (order === 'collect') {
    globalThis.gc?.()
    globalThis.gc?.()
  }
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  const vitals: Vitals = { cpuMs: (user + system) / 1000, residentMb: rss / MB, heapMb: heapUsed / MB }
  process.send?.(vitals)
})
// The app decides alone how long it lives.
process.channel?.unref()
