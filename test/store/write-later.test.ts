import { expect, it, onTestFinished, vi } from 'vitest'
import { WriteLater } from '../../src/store/write-later.ts'
import { createMemoryLog } from './memory-log.ts'

it('writes together what was added, once', async () => {
  const written: (readonly string[])[] = []
  const later = new WriteLater(async (values) => void written.push(values), createMemoryLog())
  later.add('one')
  later.add('two')

  await later.flush()
  later.add('three')
  await later.flush()
  await later.flush()

  expect(written).toEqual([['one', 'two'], ['three']])
  expect([...later.values()]).toEqual([])
})

it('writes by itself what nobody asks for', async () => {
  const { promise, resolve } = Promise.withResolvers<readonly string[]>()
  const later = new WriteLater(async (values) => resolve(values), createMemoryLog())

  later.add('one')

  expect(await promise).toEqual(['one'])
})

it('leaves at the end what can not be written, says so and stays quiet from then on', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let tries = 0
  const log = createMemoryLog()
  const later = new WriteLater(async () => {
    tries += 1
    throw new Error('disk full')
  }, log)
  later.add('one')

  await later.end()
  vi.advanceTimersByTime(60_000)

  expect(tries).toBe(1)
  expect(log.lines).toMatchObject([{ level: 'warn' }])
})

it('keeps what could not be written, and what came meanwhile, for the next time', async () => {
  const written: (readonly string[])[] = []
  let isFull = true
  const later = new WriteLater(async (values) => {
    later.add('meanwhile')
    if (isFull) throw new Error('disk full')
    written.push(values)
  }, createMemoryLog())
  later.add('one')

  await expect(later.flush()).rejects.toThrow('disk full')
  expect([...later.values()]).toEqual(['one', 'meanwhile'])
  isFull = false
  await later.flush()

  expect(written).toEqual([['one', 'meanwhile']])
})
