import { expect, it } from 'vitest'
import { figuresOf, median, medianOfRounds } from './percentiles.ts'
import { isMet } from './result.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => count - index)

it('takes the nearest rank of what was measured, in whatever order it came', () => {
  expect(figuresOf(upTo(100))).toEqual({ p50: 50, p95: 95, p99: 99 })
  expect(figuresOf([7])).toEqual({ p50: 7, p95: 7, p99: 7 })
})

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
])('finds the middle of %j', (values, middle) => {
  expect(median(values)).toBe(middle)
})

it('lets one bad round decide nothing', () => {
  const [calm, disturbed] = [upTo(100), upTo(100).map((ms) => ms * 1000)]

  expect(medianOfRounds([calm, disturbed, calm])).toEqual({ p50: 50, p95: 95, p99: 99 })
})

it('knows goals that want at most so much from those that want at least so much', () => {
  const goal = { what: '', goal: '', unit: '', limit: 10 }

  expect(isMet({ ...goal, measured: 11 })).toBe(false)
  expect(isMet({ ...goal, measured: 10 })).toBe(true)
  expect(isMet({ ...goal, measured: 11, atLeast: true })).toBe(true)
  expect(isMet({ ...goal, measured: 9, atLeast: true })).toBe(false)
})
