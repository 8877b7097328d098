import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('runs under Node 26, which the npm package brings', () => {
  const { devDependencies } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { devDependencies: Record<string, string> }

  expect(process.versions.node.split('.')[0]).toBe('26')
  expect(devDependencies.node).toMatch(/^26\./u)
})
