import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { readSpans, type SentSpan } from './read-spans.ts'

/** Takes traces by OTLP over HTTP, as a collector does. */
export type Collector = {
  readonly url: string
  readonly spans: SentSpan[]
  /** Everything that came in, as it came. */
  readonly bodies: Buffer[]
  readonly requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[]
  /** What it answers from now on; 200 at first. */
  status: number
}

export async function startCollector(): Promise<Collector> {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      collector.requests.push({ path: request.url ?? '', headers: request.headers })
      collector.bodies.push(body)
      if (collector.status === 200) collector.spans.push(...readSpans(body))
      response.writeHead(collector.status, { 'content-type': 'application/x-protobuf' }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const collector: Collector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: [],
    bodies: [],
    requests: [],
    status: 200,
  }
  return collector
}
