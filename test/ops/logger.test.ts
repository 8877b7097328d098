import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLogger, type LoggerOptions } from '../../src/ops/logger.ts'

function record(level: LoggerOptions['level'] = 'debug') {
  const lines: string[] = []
  const log = createLogger({ level, destination: { write: (line) => lines.push(line) } })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> }
}

describe('a log line', () => {
  it('holds the static message, the level by name and what varies', () => {
    const { log, last } = record()

    log.warn({ leadId: 'l1', attempt: 2 }, 'delivery failed')

    expect(last()).toMatchObject({ level: 'warn', msg: 'delivery failed', leadId: 'l1', attempt: 2 })
  })

  it('carries the fields of its child loggers', () => {
    const { log, last } = record()

    log.child({ room: 'delivery' }).child({ account: 'main' }).info({ state: 'queued' }, 'lead changed')

    expect(last()).toMatchObject({ room: 'delivery', account: 'main', state: 'queued' })
  })

  it('is not written below the level', () => {
    const { log, lines } = record('warn')

    log.info({}, 'not written')
    log.warn({}, 'written')

    expect(lines).toHaveLength(1)
  })
})

describe('secrets and customers', () => {
  it.each([
    [{ user_token: 'a1b2c3' }],
    [{ userToken: 'a1b2c3' }],
    [{ SLACK_SIGNING_SECRET: 'a1b2c3' }],
    [{ headers: { Authorization: 'a1b2c3' } }],
    [{ request: { json: [{ portal_lead: { mobile: 'a1b2c3' } }] } }],
    [{ draft: { firstName: 'a1b2c3', last_name: 'a1b2c3', companyName: 'a1b2c3' } }],
    [{ workPhone: 7705550123, secondPhone: 'a1b2c3' }],
    [{ text: 'xoxb-12-a1b2c3' }],
    [{ note: 'token xoxb-12-a1b2c3 was sent' }],
    [{ url: 'https://app.singleops.com/api/v1/operations?user_email=x&user_token=a1b2c3' }],
    [{ path: '/api/v1/clients/search_by_field?search_term=a1b2c3' }],
    [{ db: 'postgres://leadhand:a1b2c3@db.example.com/leadhand' }],
    [{ raw: '{"user_token":"a1b2c3"}' }],
    [{ header: 'Bearer a1b2c3' }],
    [{ raw: '{"authorization":"Basic a1b2c3="}' }],
    [{ raw: 'authorization: Bearer a1b2c3' }],
    [{ who: 'a1b2c3@example.com' }],
    [{ said: 'call 770-555-0123 or +17705550123, a call for (770) 555-0123' }],
  ])('never stand in a line: %j', (fields) => {
    const { log, lines } = record()

    log.child(fields).error(fields, 'something failed')

    expect(lines.join()).not.toMatch(/a1b2c3|5550123|555-0123/u)
  })

  it('are gone from an error, its causes and the errors it gathers, which keep name, code and frames', () => {
    const { log, last } = record()
    const cause = Object.assign(new TypeError('GET https://x.example/jobs?user_token=a1b2c3 failed'), {
      code: 'ECONNRESET',
      request: { user_token: 'a1b2c3' },
    })
    const err = new Error('posting as xoxb-12-a1b2c3 failed', {
      cause: new AggregateError([cause], 'two tries'),
    })

    log.error({ err }, 'posting failed')

    const line = JSON.stringify(last())
    expect(line).not.toContain('a1b2c3')
    expect(last().err).toMatchObject({
      name: 'Error',
      stack: expect.stringMatching(/^at .*logger\.test\.ts/u),
      cause: {
        message: 'two tries',
        errors: [{ name: 'TypeError', code: 'ECONNRESET', message: 'GET https://x.example/jobs?… failed' }],
      },
    })
  })

  it('are gone from the text that JSON.parse quotes', () => {
    const { log, lines } = record()

    try {
      JSON.parse('Jane Smith, oak on fence')
    } catch (err) {
      log.error({ err }, 'unreadable answer')
    }

    expect(lines.join()).toContain('SyntaxError')
    expect(lines.join()).not.toContain('Jane')
  })

  it('are gone whatever the object around them looks like', () => {
    const { log, lines } = record()

    fc.assert(
      fc.property(fc.object({ maxDepth: 8 }), fc.array(fc.string(), { maxLength: 8 }), (other, path) => {
        const secret = path.reduce<object>((inner, key) => ({ ...other, [key]: inner }), { token: 'a1b2c3' })

        log.info(secret, 'whatever')

        expect(lines.at(-1)).not.toContain('a1b2c3')
      }),
    )
  })

  it('leave ids, times, counts and switches readable', () => {
    const { log, last } = record()
    const fields = {
      leadId: '0193af2e-7c11-7a65-9b61-123456789012',
      reference: 'LH-7K2M9Q',
      ts: '1760000000.000100',
      at: '2026-11-23T16:00:00.000Z',
      account: 'main',
      remedy: 'Look at the page Basic Information: is the token there?',
      hasEmail: true,
      retryAt: 1_760_000_000_000,
    }

    log.info(fields, 'lead taken')

    expect(last()).toMatchObject(fields)
  })
})

it('writes an object that contains itself', () => {
  const { log, last } = record()
  const loop: Record<string, unknown> = { id: 'a' }
  loop.self = loop

  log.info({ loop }, 'loop')

  expect(last()).toMatchObject({ loop: { id: 'a', self: { id: 'a' } } })
})
