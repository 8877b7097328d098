import { expect, it } from 'vitest'
import { readConfig } from '../../src/config/config.ts'
import { SettingsError } from '../../src/config/settings-error.ts'

const ENVIRONMENT = {
  SLACK_BOT_TOKEN: 'xoxb-1',
  SLACK_SIGNING_SECRET: '0123456789abcdef',
  SINGLEOPS_USER_EMAIL: 'leads@example.com',
  SINGLEOPS_USER_TOKEN: 't1',
  ACCOUNT_TIME_ZONE: 'America/New_York',
  LEADHAND_CONFIG: 'leadhand.yml',
}

const LETTERS = [...'abcdefghij']
/** Nine times nine times nine …: a few hundred letters that would be three billion values. */
const billionLaughs = LETTERS.map((letter, index) => {
  const inner = index === 0 ? 'x' : `*${LETTERS[index - 1]}`
  return `${letter}: &${letter} [${Array(9).fill(inner).join(', ')}]`
}).join('\n')

it.each([
  ['references that grow without end', billionLaughs],
  ['a reference to itself', 'accounts: &a { north: *a }'],
  ['brackets without end', `accounts: ${'['.repeat(50_000)}`],
  ['levels without end', Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ['a setting twice', 'search: {}\nsearch: {}'],
  ['an account called __proto__', 'accounts:\n  __proto__:\n    time_zone: America/New_York\n  north: {}'],
  ['an account called constructor', 'accounts:\n  constructor:\n    time_zone: Mars/Base'],
  ['settings called like what every object has', '__proto__:\n  polluted: true\ntoString: 1'],
])('refuses %s in words, quickly, and changes nothing else', (_, text) => {
  const begunAt = performance.now()

  const reading = () => readConfig(ENVIRONMENT, () => text)

  expect(reading).toThrow(SettingsError)
  // Some hundred times what it takes; without the guards it takes minutes or all memory.
  expect(performance.now() - begunAt).toBeLessThan(10_000)
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})
