import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const unit = read('manifests/systemd/leadhand.service')

const settingOf = (key: string): string => new RegExp(`^${key}=(.*)$`, 'mu').exec(unit)?.[1] ?? ''

it('starts what npm start starts, from where it is installed', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const [program = '', ...args] = settingOf('ExecStart').split(' ')

  expect(`node ${args.join(' ')}`).toBe(scripts.start)
  expect(program).toBe(`${settingOf('WorkingDirectory')}/node_modules/.bin/node`)
  expect(existsSync(new URL('../../node_modules/.bin/node', import.meta.url))).toBe(true)
})

it('stays up: after a crash, after a reboot, and however often a start fails', () => {
  expect(settingOf('Restart')).toBe('always')
  expect(settingOf('StartLimitIntervalSec')).toBe('0')
  expect(settingOf('WantedBy')).toBe('multi-user.target')
})

it('may write where the data is, and is given the time that a stop takes', () => {
  const { stopWithinMs, store } = readConfig(parseEnv(read('.env.example')), () => '')

  expect(settingOf('ReadWritePaths')).toBe(
    `${settingOf('WorkingDirectory')}/${store.dataDir.replace('./', '')}`,
  )
  expect(Number(settingOf('TimeoutStopSec')) * 1000).toBeGreaterThan(stopWithinMs)
})
