import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  findForbidden,
  LIST,
  type Licences,
  readLicences,
  readOwnLicences,
  renderLicences,
} from './licences.ts'

const aLock = (packages: object) => JSON.stringify({ packages: { '': { license: 'MIT' }, ...packages } })

describe('the licences of the dependencies', () => {
  const own = readOwnLicences()

  it('are all on the list of those that a company may run and hand on', () => {
    expect(own.shipped.length).toBeGreaterThan(50)
    expect(findForbidden(own)).toEqual([])
  })

  it('stand in LICENCES.md as they are; `npm run licences` writes it', () => {
    expect(readFileSync(LIST, 'utf8')).toBe(renderLicences(own))
  })

  it('are those that the installed packages declare themselves', () => {
    const differing = own.shipped.flatMap(({ name, version, licence }) => {
      const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url)
      if (!existsSync(file)) return []
      const found = JSON.parse(readFileSync(file, 'utf8')) as { version: string; license?: string }
      return found.version !== version || found.license === licence ? [] : [`${name}: ${found.license}`]
    })

    expect(differing).toEqual([])
  })
})

describe('a licence that is not allowed', () => {
  const forbidden = (packages: object): string[] =>
    findForbidden(readLicences(aLock(packages)) satisfies Licences).map(({ name }) => name)

  it.each([
    ['of a network copyleft', { license: 'AGPL-3.0' }],
    ['of its own', { license: 'SEE LICENSE IN LICENSE.md' }],
    ['of which only a part is allowed', { license: 'MIT AND GPL-2.0' }],
    ['that nobody declares', {}],
    ['for tools only, in something that ships', { license: 'MPL-2.0' }],
  ])('is seen: one %s', (_kind, found) => {
    expect(forbidden({ 'node_modules/a/node_modules/@some/thing': { version: '1.0.0', ...found } })).toEqual([
      '@some/thing',
    ])
  })

  it.each([
    ['one of two is', { license: '(MIT OR GPL-3.0)' }],
    ['all of several are', { license: 'MIT AND ISC' }],
    ['it is a tool under the Mozilla licence', { license: 'MPL-2.0', dev: true }],
  ])('is none where %s', (_kind, found) => {
    expect(forbidden({ 'node_modules/thing': { version: '1.0.0', ...found } })).toEqual([])
  })
})
