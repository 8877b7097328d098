import { createServer, type IncomingMessage, type ServerResponse, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
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

type Asset = { readonly type: string; readonly body: string | Uint8Array }

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

/** Serves the workspace page, and both sandboxes' control APIs with their live streams under the page's own origin. */
export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const assets = await buildPage()
  assets.set('/setting.json', { type: TYPES.json ?? '', body: JSON.stringify(options.setting) })
  const behind = { '/workspace': options.workspaceUrl, '/singleops': options.singleopsUrl }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    const root = Object.entries(behind).find(([prefix]) => path.startsWith(`${prefix}/`))
    if (root) return forward(request, response, `${root[1]}/_sandbox${request.url?.slice(root[0].length)}`)
    const asset = assets.get(path === '/' ? '/index.html' : path)
    response.writeHead(asset ? 200 : 404, {
      'content-type': asset?.type ?? 'text/plain',
      'cache-control': 'no-store',
    })
    response.end(asset?.body ?? 'There is nothing here.')
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(options.port, '127.0.0.1', resolve)
  await promise
  const address = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((done) => server.close(() => done()))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Everything that the browser loads, by path; nothing is written to the disk. */
async function buildPage(): Promise<Map<string, Asset>> {
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('./page', import.meta.url)),
    logLevel: 'error',
    // Also where the server runs inside a test.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: { write: false, target: 'esnext', modulePreload: false, chunkSizeWarningLimit: 2000 },
  })
  const outputs = 'output' in built ? [built] : Array.isArray(built) ? built : []
  return new Map(
    outputs.flatMap(({ output }) =>
      output.map((file) => {
        const type = TYPES[file.fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
        return [`/${file.fileName}`, { type, body: file.type === 'chunk' ? file.code : file.source }] as const
      }),
    ),
  )
}

/** Passes one request on, and its answer back as it comes: a live stream never ends by itself. */
function forward(request: IncomingMessage, response: ServerResponse, target: string): void {
  const { host: _host, connection: _connection, ...headers } = request.headers
  const onward = send(target, { method: request.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', (error) => {
    if (response.headersSent) response.destroy()
    else {
      response.writeHead(502, { 'content-type': TYPES.json })
      response.end(JSON.stringify({ error: 'unreachable', message: `The sandbox is gone: ${error.message}` }))
    }
  })
  response.on('close', () => onward.destroy())
  request.pipe(onward)
}
