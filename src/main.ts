import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Without types and compiled, as it was at the last start; Node looks whether a file has changed. Where nothing can be written, a start
// takes half a second longer.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/leadhand', import.meta.url)))

// Imported only now, so that it comes from there.
await import('./start.ts')
