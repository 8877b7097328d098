import type { IncomingMessage, ServerResponse } from 'node:http'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** One page for those who operate the app. */
export type Page = { readonly path: string; readonly answer: Answer }

export type Pages = {
  readonly paths: readonly string[]
  /** For a plain `node:http` server: answers `GET` and `HEAD`, and 404 to anything else. */
  readonly answer: Answer
}

export function createPages(pages: readonly Page[]): Pages {
  const byPath = new Map(pages.map(({ path, answer }) => [path, answer]))
  return {
    paths: [...byPath.keys()],
    answer: (request, response) => {
      const path = URL.parse(request.url ?? '', 'http://localhost')?.pathname
      const answer = byPath.get(path ?? '')
      if (answer && (request.method === 'GET' || request.method === 'HEAD')) answer(request, response)
      else sendPage(request, response, 404, JSON_TYPE, '{"status":"no such page"}\n')
    },
  }
}

export const JSON_TYPE = 'application/json'

export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(request.method === 'HEAD' ? undefined : body)
}
