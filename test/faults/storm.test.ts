import { expect, it } from 'vitest'
import { runStorm } from './storm.ts'

const LEADS = 40

it('brings a storm of leads through an outage of ten minutes, in order, at the pace of both sides', async () => {
  const storm = await runStorm(LEADS)

  const { confirmed, late, jobs, told } = storm
  const all = confirmed.length + late.length
  const places = confirmed.map(({ id }) => jobs.findIndex((job) => job.id === id))
  const kindsTold = Map.groupBy(told, ({ to }) => to)
    .values()
    .map((messages) => messages.map(({ message }) => message.kind))
  const startOf = (id: string) => jobs.find((job) => job.id === id)?.startedAt ?? Infinity

  expect(jobs).toHaveLength(all)
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(all)
  expect([...storm.states.values()].every((state) => state === 'delivered')).toBe(true)
  expect(storm.triesWhileDown).toBeLessThan(20)
  // Oldest first: new ones get in between, and a few are under way side by side.
  expect(places.filter((place, age) => Math.abs(place - age) > late.length + 4)).toEqual([])
  expect(late.filter(({ id, confirmedAt }) => startOf(id) - confirmedAt > 15_000)).toEqual([])
  expect(storm.depth.deliver?.waiting).toBeGreaterThanOrEqual(LEADS)
  for (const kinds of kindsTold) expect(kinds).toEqual(['singleops-down', 'singleops-back'])
  expect(storm.cards).toBe(all)
  // Before each message waited for its turn, Slack refused several calls for each of them.
  expect(storm.rateLimited).toBeLessThan(2 * all)
})
