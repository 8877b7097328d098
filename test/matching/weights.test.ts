import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { WEIGHTS } from '../../src/matching/score.ts'

it('counts as the README says', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, table = ''] = /\| Agrees \| Points \|\n.*\n([\s\S]*?)\n\n/u.exec(readme) ?? []
  const points = [...table.matchAll(/\| ([−\d]+) \|$/gmu)].map(([, number = '']) =>
    Number(number.replace('−', '-')),
  )

  expect(points.toSorted()).toEqual(Object.values(WEIGHTS).toSorted())
})
