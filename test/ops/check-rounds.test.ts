import { expect, it } from 'vitest'
import { createCheckRounds } from '../../src/ops/check-rounds.ts'
import { createLogger } from '../../src/ops/logger.ts'

it('fails a check that does not heed its deadline', async () => {
  const rounds = createCheckRounds({
    checks: [{ name: 'slack', run: () => new Promise(() => undefined) }],
    log: createLogger({ level: 'silent' }),
    now: () => 0,
    stopping: new AbortController().signal,
    deadlineMs: 1,
  })

  const [found] = await rounds.run()

  expect(found).toMatchObject({ name: 'slack', result: { ok: false } })
})

it('joins a round that is under way', async () => {
  const answer = Promise.withResolvers<void>()
  let asked = 0
  const rounds = createCheckRounds({
    checks: [
      {
        name: 'slack',
        run: async () => {
          asked += 1
          await answer.promise
          return { ok: true, detail: '' }
        },
      },
    ],
    log: createLogger({ level: 'silent' }),
    now: () => 0,
    stopping: new AbortController().signal,
    deadlineMs: 10_000,
  })

  const both = Promise.all([rounds.run(), rounds.run()])
  answer.resolve()
  const [first, second] = await both

  expect(second).toEqual(first)
  expect(asked).toBe(1)
})
