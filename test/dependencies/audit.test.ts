import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { auditDependencies } from './audit.ts'

const ADVISORY = {
  id: 1,
  title: 'Something bad',
  severity: 'high',
  url: 'https://example.com/1',
  vulnerable_versions: '<2.0.0',
  cwe: [],
  cvss: { score: 7 },
}

/** Answers what npm asks a registry about packages; undefined: it knows no such question. */
async function aRegistry(advisories: object | undefined): Promise<string> {
  const server = createServer((request, response) => {
    const isAsked = request.url?.endsWith('/advisories/bulk') && advisories
    response.writeHead(isAsked ? 200 : 405, { 'content-type': 'application/json' })
    response.end(isAsked ? JSON.stringify(advisories) : '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

/** A project that ships `thing` 1.0.0. */
function aProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leadhand-audit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const own = { name: 'own', version: '1.0.0', dependencies: { thing: '1.0.0' } }
  const packages = { '': own, 'node_modules/thing': { version: '1.0.0' } }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(own))
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify({ ...own, lockfileVersion: 3, requires: true, packages }),
  )
  return folder
}

const audit = async (advisories: object | undefined) => {
  const cache = mkdtempSync(join(tmpdir(), 'leadhand-npm-'))
  onTestFinished(() => rmSync(cache, { recursive: true, force: true }))
  const registry = await aRegistry(advisories)
  return auditDependencies(aProject(), [`--registry=${registry}`, `--cache=${cache}`, '--fetch-retries=0'])
}

it('names what the registry knows against a package', async () => {
  expect(await audit({ thing: [ADVISORY] })).toEqual({
    kind: 'answered',
    found: [{ name: 'thing', severity: 'high' }],
  })
})

it('finds nothing where the registry knows nothing', async () => {
  expect(await audit({})).toEqual({ kind: 'answered', found: [] })
})

it('says that it was not answered where the registry does not answer such questions', async () => {
  expect(await audit(undefined)).toEqual({ kind: 'not-answered', why: expect.stringContaining('405') })
})
