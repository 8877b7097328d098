import type { IncomingMessage } from 'node:http'
import { isObject, type JsonObject, type JsonValue } from '../json.ts'

/** Arguments that a form carries as JSON text. */
const JSON_ARGUMENTS = new Set(['view', 'blocks', 'attachments', 'metadata', 'message', 'unfurls', 'outputs'])

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** The arguments of a Web API call: query, form, multipart or JSON. Undefined when the JSON can't be read. */
export async function readArguments(
  url: URL,
  contentType: string,
  body: Buffer,
): Promise<JsonObject | undefined> {
  const args: JsonObject = {}
  for (const [key, value] of url.searchParams) args[key] = value
  if (contentType.startsWith('application/json')) {
    const parsed = parseJson(body.toString())
    if (!isObject(parsed)) return undefined
    Object.assign(args, parsed)
  } else if (contentType.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    }).formData()
    for (const [key, value] of form) args[key] = typeof value === 'string' ? value : value.name
  } else {
    for (const [key, value] of new URLSearchParams(body.toString())) args[key] = value
  }
  for (const key of JSON_ARGUMENTS) {
    const value = args[key]
    // What is no JSON stays text, and the method's own checks name the fault.
    if (typeof value === 'string') args[key] = parseJson(value) ?? value
  }
  return args
}

export function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
