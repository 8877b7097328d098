import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { toHttpManifest } from '../src/config/http-manifest.ts'
import { COMMAND, SHORTCUTS } from '../src/slack/ids.ts'
import { BOT_SCOPES } from '../src/slack/scopes.ts'

/** What each Web API method that we may call needs. A method that is missing here has to be added with its scopes. */
const METHOD_SCOPES: Readonly<Record<string, readonly string[]>> = {
  // The app-level token's own scope, connections:write, is none of the bot's.
  'apps.connections.open': [],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.info': ['files:read'],
  'team.info': ['team:read'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
}

const EVENT_SCOPES: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
}

const text = (max: number, min = 1) => z.string().min(min).max(max)
const address = z.url({ protocol: /^https$/u })
const description = { description: text(150), callback_id: text(255) }

/** Limits of Slack's manifest schema, version 2. */
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number() }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140).optional(),
    long_description: text(4000, 175).optional(),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/iu),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean() }),
    shortcuts: z
      .array(z.strictObject({ name: text(24), type: z.enum(['global', 'message']), ...description }))
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/\S{1,31}$/u),
          description: text(2000),
          usage_hint: text(1000).optional(),
          should_escape: z.boolean(),
          url: address.optional(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: address.optional(), bot_events: z.array(z.string()) }),
    interactivity: z.strictObject({
      is_enabled: z.boolean(),
      request_url: address.optional(),
      message_menu_options_url: address.optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
})

/** What source text asks of Slack: Web API methods, and what it listens to, by the first argument as written. */
function readUse(source: string) {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
  const find = (pattern: RegExp) => unique([...code.matchAll(pattern)].map(([, found]) => found ?? ''))
  const events = find(/\.event\(\s*['"]([\w.]+)['"]/gu)
  const listensToMessages = events.includes('message') || /\b(?:app|bolt)\.message\(/u.test(code)
  return {
    // SingleOps' clients are called so too: their lists are none of Slack's methods.
    methods: find(
      /\bclient\s*\.\s*(?!(?:newFacts|reasons|warnings)\b)((?:[a-zA-Z]+\.)+[a-zA-Z]+|apiCall)\s*\(/gu,
    ),
    commands: find(/\.command\(\s*([^,\s]+)/gu),
    shortcuts: find(/\.shortcut\(\s*(\{[^}]*\}|[^,\s]+)/gu).map((which) => ({
      callback_id: readShortcutId(which),
      type: which.includes("'message_action'") ? 'message' : 'global',
    })),
    events: unique([
      ...events.filter((event) => event !== 'message'),
      ...(listensToMessages ? ['message.channels', 'message.groups', 'message.im'] : []),
    ]),
  }
}

/** `{ type: 'shortcut', callback_id: SHORTCUTS.newLead }` → `new_lead`. */
function readShortcutId(which: string): string {
  const name = /SHORTCUTS\.(\w+)/u.exec(which)?.[1] ?? ''
  return Object.entries(SHORTCUTS).find(([key]) => key === name)?.[1] ?? which
}

const byId = (a: { callback_id: string }, b: { callback_id: string }): number =>
  a.callback_id.localeCompare(b.callback_id)

function unique(items: readonly string[]): string[] {
  return [...new Set(items)].toSorted()
}

function readRoom(room: string): string {
  const folder = fileURLToPath(new URL(`../src/${room}`, import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  return files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n')
}

const manifestText = readFileSync(new URL('../slack-manifest.yml', import.meta.url), 'utf8')
const manifest = manifestSchema.parse(parse(manifestText))
const httpText = toHttpManifest(manifestText, 'https://leads.example.com')
const httpManifest = manifestSchema.parse(parse(httpText))
const run = promisify(execFile)

const addressesIn = ({ settings, features }: typeof manifest) => [
  settings.event_subscriptions.request_url,
  settings.interactivity.request_url,
  settings.interactivity.message_menu_options_url,
  ...features.slash_commands.map(({ url }) => url),
]

const use = readUse(readRoom('slack'))
const scopes = manifest.oauth_config.scopes.bot

describe('the manifest', () => {
  it('asks for exactly the scopes that the code needs', () => {
    const unknown = use.methods.filter((method) => !(method in METHOD_SCOPES))
    const needed = [
      'commands',
      ...use.methods.flatMap((method) => METHOD_SCOPES[method] ?? []),
      ...use.events.flatMap((event) => EVENT_SCOPES[event] ?? []),
    ]

    expect(unknown, 'methods without a line in METHOD_SCOPES').toEqual([])
    expect(scopes.toSorted()).toEqual(unique(needed))
  })

  it('asks for exactly the scopes that doctor looks for', () => {
    expect(scopes.toSorted()).toEqual([...BOT_SCOPES].toSorted())
  })

  it('says beside each scope why it is needed', () => {
    const lines = manifestText.split('\n')

    for (const scope of scopes) {
      const at = lines.findIndex((line) => line.trim() === `- ${scope}`)
      const reason = lines
        .slice(0, at)
        .findLast((line) => !/^\s*- (?:channels|groups|im):(?:history|read)$/u.test(line))
      expect(reason, scope).toMatch(/^\s*# /u)
    }
  })

  it('subscribes to exactly the events that the code listens to', () => {
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual(use.events)
  })

  it('lets people write to the app only when the app reads it', () => {
    expect(manifest.features.app_home.messages_tab_read_only_enabled).toBe(!use.events.includes('message.im'))
  })

  it('offers exactly the shortcuts that the code answers', () => {
    const offered = manifest.features.shortcuts.map(({ callback_id, type }) => ({ callback_id, type }))

    expect(offered.toSorted(byId)).toEqual(use.shortcuts.toSorted(byId))
    expect(offered).toHaveLength(Object.keys(SHORTCUTS).length)
  })

  it('offers exactly the command that the code answers', () => {
    expect(manifest.features.slash_commands.map(({ command }) => command)).toEqual([COMMAND])
    expect(use.commands).toEqual(['COMMAND'])
  })

  it('has the home tab, buttons and forms switched on', () => {
    expect(manifest.features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_enabled: true })
    expect(manifest.settings.interactivity.is_enabled).toBe(true)
  })

  it('is for Socket Mode as it stands, and names no address', () => {
    expect(manifest.settings.socket_mode_enabled).toBe(true)
    expect(addressesIn(manifest)).toEqual([undefined, undefined, undefined, undefined])
  })
})

describe('the manifest for HTTP', () => {
  it.each([
    ['https://leads.example.com', 'https://leads.example.com/slack/events'],
    ['https://example.com/leads/', 'https://example.com/leads/slack/events'],
  ])('sends everything for %s to the one address that the app listens at', (publicUrl, expected) => {
    const made = manifestSchema.parse(parse(toHttpManifest(manifestText, publicUrl)))

    expect(addressesIn(made)).toEqual([expected, expected, expected, expected])
    expect(made.settings.socket_mode_enabled).toBe(false)
  })

  it('differs in nothing else, and keeps the reasons beside the scopes', () => {
    const { settings } = manifest

    expect(httpManifest).toMatchObject({ ...manifest, settings: { ...settings, socket_mode_enabled: false } })
    expect(httpText).toContain('# the full text of a long shared email')
    expect(httpText).not.toContain('For Socket Mode')
  })

  it('is what the command prints, and without an address it prints the other', async () => {
    const print = async (...args: string[]) =>
      (await run(process.execPath, ['src/cli/manifest.ts', ...args])).stdout

    expect(await print('https://leads.example.com')).toBe(httpText)
    expect(await print()).toBe(manifestText)
    await expect(print('leads.example.com')).rejects.toMatchObject({ code: 2 })
  })
})

describe('reading what the code uses', () => {
  it('sees methods and events, also over line breaks and behind another object', () => {
    const { methods, events } = readUse(`
      await desk.client.chat.postMessage({})
      await client
        .usergroups.users.list({})
      socket.client.on('close', stop)
      app.event('app_home_opened', home)
    `)

    expect(methods).toEqual(['chat.postMessage', 'usergroups.users.list'])
    expect(events).toEqual(['app_home_opened'])
  })

  it('sees which shortcut of which kind is answered', () => {
    const { shortcuts } = readUse(`
      app.shortcut({ type: 'message_action', callback_id: SHORTCUTS.createLead }, run)
      app.shortcut('other', run)
    `)

    expect(shortcuts).toContainEqual({ callback_id: 'create_lead', type: 'message' })
    expect(shortcuts).toContainEqual({ callback_id: "'other'", type: 'global' })
  })

  it('sees that messages are listened to', () => {
    expect(readUse('app.message(async () => {})').events).toContain('message.channels')
    expect(readUse("app.event('message', async () => {})").events).toContain('message.im')
  })

  it('leaves comments out', () => {
    expect(readUse('/** client.users.info() */\n// client.team.info()\n').methods).toEqual([])
  })
})
