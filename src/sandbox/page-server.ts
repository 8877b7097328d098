import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { createServer as createVite } from 'vite'
import type { PageSetting } from './page/setting.ts'

export type PageServer = AsyncDisposable & {
  /** What one opens in a browser. */
  readonly url: string
}

export type PageServerOptions = {
  /** 0 takes any free port. */
  readonly port: number
  /** Where the two sandbox servers listen, without a slash at the end. */
  readonly workspaceUrl: string
  readonly singleopsUrl: string
  /** Sample emails and the tour: what the page shows of one app is told to it, never known by it. */
  readonly setting: PageSetting
}

/** Serves the workspace page, and both sandboxes' control APIs with their live streams under the page's own origin. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const { port, workspaceUrl, singleopsUrl, setting } = options
  const root = fileURLToPath(new URL('./page', import.meta.url))
  const server = createServer()
  const vite = await createVite({
    configFile: false,
    root,
    cacheDir: fileURLToPath(new URL('../../node_modules/.vite/page', import.meta.url)),
    logLevel: 'error',
    clearScreen: false,
    plugins: [react()],
    optimizeDeps: { include: ['react', 'react-dom/client', 'react/jsx-dev-runtime'] },
    server: {
      middlewareMode: true,
      hmr: false,
      ws: false,
      watch: null,
      proxy: {
        '/workspace/': proxyTo(workspaceUrl, 'workspace'),
        '/singleops/': proxyTo(singleopsUrl, 'singleops'),
      },
    },
  })
  server.on('request', (request, response) => {
    if (request.url === '/setting.json') {
      response.setHeader('content-type', 'application/json; charset=utf-8')
      response.end(JSON.stringify(setting))
      return
    }
    vite.middlewares(request, response)
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, '127.0.0.1', resolve)
  try {
    await promise
  } catch (error) {
    await vite.close()
    throw error
  }
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeAllConnections()
      await closed
      await vite.close()
    },
  }
}

function proxyTo(target: string, name: string) {
  return { target, rewrite: (path: string) => path.replace(`/${name}/`, '/_sandbox/') }
}
