import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError } from '../errors.ts'
import { isObject, type JsonObject, textOf } from '../json.ts'
import { answerResponseUrl } from '../messages/answer-response-url.ts'
import type { Parts } from '../parts.ts'
import { answerCall, type Tokens } from './answer-call.ts'
import type { Methods } from './call.ts'
import { type HttpAnswer, jsonAnswer, textAnswer, writeAnswer } from './http-answer.ts'
import { meetFaults } from './meet-faults.ts'
import { parseJson, readArguments, readBody } from './read-arguments.ts'

const SIGN_IN_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to Sandbox</body></html>'

/** Answers what the app asks of Slack: Web API calls, response_urls and private files. */
export function createServe(parts: Parts, tokens: Tokens, methods: Methods, closing: AbortSignal) {
  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', parts.origin())
    const [, room = '', ...rest] = url.pathname.split('/')
    if (room === 'api') return serveCall(rest.join('/'), url, request, response)
    if (['commands', 'actions', 'app'].includes(room)) return serveResponseUrl(url, request, response)
    if (room.startsWith('files-')) return serveFile(url, request, response)
    if (room === 'signin')
      return writeAnswer(response, textAnswer(SIGN_IN_PAGE, 200, 'text/html; charset=utf-8'))
    writeAnswer(response, textAnswer('not found', 404))
  }

  async function serveCall(method: string, url: URL, request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request)
    const args = await readArguments(url, request.headers['content-type'] ?? '', body)
    const { token: tokenArgument, ...known } = args ?? {}
    const token = bearerOf(request) ?? textOf(tokenArgument)
    const scopes = methods[method]?.scopes?.({ method, args: known }, parts) ?? []
    await answered(method, known, request, response, () =>
      args === undefined
        ? jsonAnswer({ ok: false, error: 'invalid_json' })
        : jsonAnswer(answerCall({ method, args: known }, token, tokens, methods, parts), 200, {
            'x-oauth-scopes': [...parts.manifest.scopes].join(','),
            'x-accepted-oauth-scopes': scopes.join(','),
          }),
    )
  }

  async function serveResponseUrl(url: URL, request: IncomingMessage, response: ServerResponse) {
    const body = parseJson((await readBody(request)).toString())
    const json = isObject(body) ? body : undefined
    await answered('response_url', json ?? {}, request, response, () => {
      if (!json) return textAnswer('invalid_payload', 400)
      const use = parts.responseUrls.use(url.pathname)
      if (!use) return textAnswer('no_service', 404)
      if ('refused' in use) return jsonAnswer({ ok: false, error: use.refused }, 404)
      try {
        answerResponseUrl(json, use.target, parts)
        return jsonAnswer({ ok: true })
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        return jsonAnswer({ ok: false, error: error.code, ...error.details }, 400)
      }
    })
  }

  async function serveFile(url: URL, request: IncomingMessage, response: ServerResponse) {
    await answered('files.download', { path: url.pathname }, request, response, () => {
      const mayRead = !parts.strictScopes || parts.manifest.scopes.has('files:read')
      // Slack sends strangers to a sign-in page instead of refusing them.
      if (bearerOf(request) !== tokens.bot || !mayRead) {
        return textAnswer('', 302, 'text/html; charset=utf-8', {
          location: `${parts.origin()}/signin?redir=${encodeURIComponent(url.pathname)}`,
        })
      }
      const download = parts.files.download(decodeURIComponent(url.pathname))
      return download ? textAnswer(download.body, 200, download.contentType) : textAnswer('not found', 404)
    })
  }

  async function answered(
    method: string,
    args: JsonObject,
    request: IncomingMessage,
    response: ServerResponse,
    carryOut: () => HttpAnswer,
  ): Promise<void> {
    const end = parts.traffic.start({ direction: 'app→slack', what: method, request: args })
    const answer = await meetFaults(method, channelsOf(args, parts), parts.faults, closing, carryOut)
    if (!answer) {
      request.socket.destroy()
      end({ error: 'connection_cut' })
      return
    }
    writeAnswer(response, answer)
    end({
      status: answer.status,
      response:
        answer.json ?? (typeof answer.body === 'string' ? answer.body : `${answer.body.length} bytes`),
      error: textOf(answer.json?.error),
    })
  }
}

function bearerOf(request: IncomingMessage): string | undefined {
  const [, token] = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '') ?? []
  return token
}

/** Id and name of the channel that a call names. */
function channelsOf(args: JsonObject, { directory }: Parts): string[] {
  const ref = textOf(args.channel)
  const channel = ref === undefined ? undefined : directory.channel(ref)
  return ref === undefined ? [] : [ref, ...(channel ? [channel.id, channel.name] : [])]
}
