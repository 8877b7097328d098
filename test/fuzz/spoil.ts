import fc from 'fast-check'
import { type Scene, shapesOf } from './shapes.ts'

/** One request as it goes over the wire. */
export type Request = {
  readonly path: string
  readonly method: string
  readonly contentType: string
  readonly body: string
  /** Signed as Slack does; else with whatever stands in `headers`. */
  readonly isSigned: boolean
  readonly headers: Readonly<Record<string, string>>
}

const FORM = 'application/x-www-form-urlencoded'
const JSON_TYPE = 'application/json'

// `__proto__` can't be a key of a literal; it gets its name in the text that is sent.
const PROTO = '@@proto@@'

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, '', ' ', 0, -1, 1e308, [], {}, [null], [[]], { a: null }),
  fc.constantFrom<unknown>(
    { [PROTO]: { polluted: true, isAdmin: true } },
    { constructor: { prototype: { polluted: true } } },
    'constructor',
    PROTO,
    'toString',
    '\u0000',
    '\ud800',
    '<!channel> *bold* `code`',
    '{{7*7}} <%= 7*7 %> %s %d',
    "'; drop table leads; --",
    '../../../../etc/passwd',
    'https://169.254.169.254/latest',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.integer({ min: 2000, max: 60_000 }).map((length) => 'ab1 '.repeat(length / 4)),
  fc.integer({ min: 100, max: 3000 }).map((depth) => deep(depth)),
  fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
)

function deep(depth: number): unknown {
  let value: unknown = 'bottom'
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

type Spoil = {
  readonly at: readonly number[]
  readonly how: 'replace' | 'drop' | 'add' | 'rename'
  readonly value: unknown
}

const spoil: fc.Arbitrary<Spoil> = fc.record({
  // Weighted to the upper levels by ending early.
  at: fc.array(fc.nat(30), { minLength: 1, maxLength: 7 }),
  how: fc.constantFrom('replace', 'replace', 'drop', 'add', 'rename'),
  value: junk,
})

/** Walks along `at` and changes what is found there. */
function spoilAt(root: unknown, { at, how, value }: Spoil): void {
  let place = root
  for (const [step, number] of at.entries()) {
    if (typeof place !== 'object' || place === null) return
    const keys = Object.keys(place)
    const key = keys[number % Math.max(1, keys.length)]
    if (key === undefined) return
    const inner: unknown = Reflect.get(place, key)
    const isLast = step === at.length - 1 || typeof inner !== 'object' || inner === null
    if (!isLast) {
      place = inner
      continue
    }
    if (how === 'drop') Reflect.deleteProperty(place, key)
    else if (how === 'rename') {
      Reflect.deleteProperty(place, key)
      Reflect.set(place, typeof value === 'string' ? value : 'renamed', inner)
    } else Reflect.set(place, how === 'add' ? PROTO : key, value)
    return
  }
}

const toJson = (payload: unknown): string =>
  (JSON.stringify(payload) ?? 'null').replaceAll(PROTO, '__proto__')

function encode(kind: string, payload: object): Pick<Request, 'contentType' | 'body'> {
  if (kind === 'events') return { contentType: JSON_TYPE, body: toJson(payload) }
  const fields =
    kind === 'commands'
      ? Object.entries(payload).map(([key, value]): [string, string] => [
          key.replace(PROTO, '__proto__'),
          typeof value === 'string' ? value : toJson(value),
        ])
      : [['payload', toJson(payload)]]
  return { contentType: FORM, body: new URLSearchParams(fields).toString() }
}

/** What Slack would sign: well-formed things with up to four places spoilt. */
export function signedRequests(scene: Scene): fc.Arbitrary<Request> {
  return fc
    .record({ draw: fc.gen(), shape: fc.nat(), spoils: fc.array(spoil, { maxLength: 4 }) })
    .map(({ draw, shape, spoils }) => {
      const pick = <T>(of: readonly T[]): T => draw(() => fc.constantFrom(...of))
      const shapes = shapesOf(scene, pick)
      const { kind, payload } = shapes[shape % shapes.length]?.() ?? { kind: 'events', payload: {} }
      const spoilt = structuredClone(payload)
      for (const each of spoils) spoilAt(spoilt, each)
      return { path: '/slack/events', method: 'POST', isSigned: true, headers: {}, ...encode(kind, spoilt) }
    })
}

/** Signed things that are no payload at all. */
const signedJunk: fc.Arbitrary<Request> = fc
  .record({
    contentType: fc.constantFrom(FORM, JSON_TYPE, `${JSON_TYPE}; charset=utf-8`, 'text/plain', ''),
    body: fc.oneof(
      fc.constantFrom(
        '',
        'null',
        'true',
        '0',
        '"x"',
        '[]',
        '{}',
        '[[',
        'payload=',
        'payload=null',
        'payload=[]',
        'payload={}',
        'payload=%',
        'payload=1&payload=2',
        'ssl_check=1&payload=null',
        '__proto__=1&command=/lead',
        '{"__proto__":{"type":"event_callback"}}',
      ),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.integer({ min: 1000, max: 100_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
      junk.map((value) => toJson({ type: 'block_actions', value })),
      junk.map((value) => `payload=${encodeURIComponent(toJson(value).toWellFormed())}`),
    ),
  })
  .map(({ contentType, body }) => ({
    path: '/slack/events',
    method: 'POST',
    isSigned: true,
    headers: {},
    contentType,
    body,
  }))

/** What a stranger tries. */
const strangers: fc.Arbitrary<Request> = fc.record({
  path: fc.constantFrom(
    '/',
    '//',
    '/slack/events',
    '/slack/events',
    '/slack/events',
    '/slack/events',
    '/slack/events?x=1',
    '/slack/install',
    '/healthz',
    '/readyz',
    '/metrics',
    '/metrics/../slack/events',
    '/%2e%2e/%00',
    '/.env',
    `/${'x'.repeat(3000)}`,
    '/slack/events/',
  ),
  method: fc.constantFrom(
    'GET',
    'POST',
    'POST',
    'POST',
    'PUT',
    'DELETE',
    'OPTIONS',
    'HEAD',
    'PATCH',
    'PROPFIND',
  ),
  contentType: fc.constantFrom(FORM, JSON_TYPE, ''),
  body: fc.oneof(
    fc.constantFrom('', 'payload={}', 'ssl_check=1'),
    fc.string({ unit: 'binary', maxLength: 300 }),
  ),
  isSigned: fc.constant(false),
  headers: fc.constantFrom<Record<string, string>>(
    {},
    { 'x-slack-signature': 'v0=', 'x-slack-request-timestamp': '1' },
    {
      'x-slack-signature': `v0=${'0'.repeat(64)}`,
      'x-slack-request-timestamp': String(Math.floor(Date.now() / 1000)),
    },
    { 'x-slack-request-timestamp': '9'.repeat(400) },
    { 'x-long': 'x'.repeat(8000) },
  ),
})

export function requests(scene: Scene): fc.Arbitrary<Request> {
  return fc.oneof(
    { weight: 16, arbitrary: signedRequests(scene) },
    { weight: 2, arbitrary: signedJunk },
    { weight: 2, arbitrary: strangers },
  )
}
