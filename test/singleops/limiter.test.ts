import { describe, expect, it } from 'vitest'
import { createLimiter } from '../../src/singleops/limiter.ts'

const never = () => new AbortController().signal

describe('createLimiter', () => {
  it('runs so many at a time, first come first served', async () => {
    const limiter = createLimiter(2)
    const begun: number[] = []
    const gates = [0, 1, 2, 3].map(() => Promise.withResolvers<void>())
    const runs = gates.map((gate, index) =>
      limiter.run(async () => {
        begun.push(index)
        await gate.promise
      }, never()),
    )

    await Promise.resolve()
    expect(begun).toEqual([0, 1])
    gates[1]?.resolve()
    await runs[1]
    expect(begun).toEqual([0, 1, 2])

    for (const gate of gates) gate.resolve()
    await Promise.all(runs)
    expect(begun).toEqual([0, 1, 2, 3])
  })

  it('gives the place on when the work fails', async () => {
    const limiter = createLimiter(1)

    await expect(limiter.run(() => Promise.reject(new Error('no')), never())).rejects.toThrow('no')

    expect(await limiter.run(async () => 'yes', never())).toBe('yes')
  })

  it('lets who is aborted leave the queue without taking a place', async () => {
    const limiter = createLimiter(1)
    const gate = Promise.withResolvers<void>()
    const leaving = new AbortController()
    const first = limiter.run(() => gate.promise, never())
    const second = limiter.run(async () => 'never', leaving.signal)
    const third = limiter.run(async () => 'third', never())

    leaving.abort(new Error('left'))
    await expect(second).rejects.toThrow('left')
    gate.resolve()

    await first
    expect(await third).toBe('third')
  })
})
