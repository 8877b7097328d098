import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Check, CheckResult } from '../../src/ops/check.ts'
import { createHealth, type HealthOptions } from '../../src/ops/health.ts'
import { createLogger } from '../../src/ops/logger.ts'
import { createPages } from '../../src/ops/pages.ts'

const BROKEN: CheckResult = { ok: false, problem: 'no answer', remedy: 'wait' }
const aCheck = (name: string, result: CheckResult = { ok: true, detail: 'fine' }): Check => ({
  name,
  run: async () => result,
})

async function serve(options: Partial<HealthOptions>) {
  const health = createHealth({
    ready: [aCheck('database')],
    checks: [],
    log: createLogger({ level: 'silent' }),
    now: () => 0,
    stopping: new AbortController().signal,
    ...options,
  })
  const server = createServer(createPages(health.pages).answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return async (path: string, method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method })
    const text = await response.text()
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
  }
}

describe('/healthz', () => {
  it('says alive while the database is gone', async () => {
    const get = await serve({ ready: [aCheck('database', BROKEN)] })

    expect(await get('/healthz')).toEqual({ status: 200, body: { status: 'alive' } })
  })
})

describe('/readyz', () => {
  it('is ready when database, migrations and listener are', async () => {
    const get = await serve({ ready: [aCheck('database'), aCheck('listener')] })

    expect(await get('/readyz')).toEqual({
      status: 200,
      body: { status: 'ready', checks: { database: { ok: true }, listener: { ok: true } }, reachable: {} },
    })
  })

  it('is not ready when one of them is not, and names it', async () => {
    const get = await serve({ ready: [aCheck('database', BROKEN), aCheck('listener')] })

    expect(await get('/readyz')).toMatchObject({
      status: 503,
      body: { status: 'not ready', checks: { database: { ok: false, problem: 'no answer' } } },
    })
  })

  it('is not ready when a check throws, and says nothing of the reason', async () => {
    const throwing: Check = { name: 'database', run: async () => Promise.reject(new Error('secret path')) }
    const get = await serve({ ready: [throwing] })

    const answer = await get('/readyz')

    expect(answer).toMatchObject({ status: 503, body: { checks: { database: { ok: false } } } })
    expect(JSON.stringify(answer)).not.toContain('secret path')
  })

  it('stays ready while Slack and SingleOps are down, and reports them once they were asked', async () => {
    const asked = Promise.withResolvers<CheckResult>()
    const get = await serve({ checks: [{ name: 'singleops', run: () => asked.promise }] })

    const before = await get('/readyz')
    asked.resolve(BROKEN)
    const after = await get('/readyz')

    expect(before).toMatchObject({ status: 200, body: { reachable: { singleops: { ok: null } } } })
    expect(after).toMatchObject({
      status: 200,
      body: { reachable: { singleops: { ok: false, problem: 'no answer', ageSeconds: 0 } } },
    })
  })

  it('asks Slack and SingleOps again only when the answer is half a minute old', async () => {
    let now = 0
    let asked = 0
    const counting: Check = {
      name: 'slack',
      run: async () => {
        asked += 1
        return { ok: true, detail: '' }
      },
    }
    const get = await serve({ checks: [counting], now: () => now })

    await get('/readyz')
    now = 29_999
    await get('/readyz')
    const within = asked
    now = 30_000
    await get('/readyz')

    expect([within, asked]).toEqual([1, 2])
  })

  it('is not ready while the process stops', async () => {
    const stopping = new AbortController()
    const get = await serve({ stopping: stopping.signal })

    stopping.abort()

    expect(await get('/readyz')).toMatchObject({ status: 503, body: { status: 'stopping' } })
    expect(await get('/healthz')).toMatchObject({ status: 200 })
  })
})

it.each([
  ['/metrics', 'GET', 404],
  ['/readyz', 'POST', 404],
  ['/readyz?probe=1', 'GET', 200],
  ['/healthz', 'HEAD', 200],
])('answers %s by %s with %i', async (path, method, status) => {
  const get = await serve({})

  expect(await get(path, method)).toMatchObject({ status })
})
