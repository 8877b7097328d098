/** The sandbox would not do it; its words say why. */
export class ActError extends Error {
  override name = 'ActError'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export function getJson<Answer>(path: string): Promise<Answer> {
  return send<Answer>('GET', path)
}

export function postJson<Answer>(path: string, body: unknown = {}): Promise<Answer> {
  return send<Answer>('POST', path, body)
}

export function deleteJson<Answer>(path: string): Promise<Answer> {
  return send<Answer>('DELETE', path, {})
}

async function send<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json().catch(() => ({}))
  if (!response.ok) {
    const { error = 'failed', message = error } = answer as { error?: string; message?: string }
    throw new ActError(error, message)
  }
  return answer as Answer
}
