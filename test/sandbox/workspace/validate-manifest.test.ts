import { expect, it } from 'vitest'
import { validateManifest } from '../../../src/sandbox/workspace/validate/validate-manifest.ts'
import { MANIFEST } from './bolt-app.ts'

const shortcut = { name: 'x'.repeat(25), type: 'message', callback_id: 'a', description: 'b' }

it.each([
  ['a field that Slack does not know', { ...MANIFEST, extra: 1 }, ''],
  ['no name', { ...MANIFEST, display_information: {} }, '/display_information'],
  ['a long shortcut', { ...MANIFEST, features: { shortcuts: [shortcut] } }, '/features/shortcuts/0/name'],
  [
    'a command without a slash',
    { ...MANIFEST, features: { slash_commands: [{ command: 'lead', description: 'x' }] } },
    '/features/slash_commands/0/command',
  ],
  [
    'events without their scope',
    { ...MANIFEST, oauth_config: { scopes: { bot: ['commands', 'im:history'] } } },
    '/oauth_config/scopes/bot',
  ],
  ['shortcuts without interactivity', { ...MANIFEST, settings: {} }, '/settings/interactivity'],
])('refuses a manifest with %s', (_case, manifest, pointer) => {
  const problems = validateManifest(JSON.parse(JSON.stringify(manifest)), { scopes: true })

  expect(problems.map((problem) => problem.pointer)).toEqual([pointer])
})
