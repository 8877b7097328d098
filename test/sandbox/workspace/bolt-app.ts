import type { Server } from 'node:http'
import { App, type LogLevel } from '@slack/bolt'
import type { Workspace, WorkspaceOptions } from '../../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../../src/sandbox/workspace/workspace.ts'

/** A manifest with everything that these tests touch. */
export const MANIFEST = {
  display_information: { name: 'Probe' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Probe' },
    shortcuts: [
      { name: 'Take it', type: 'message', callback_id: 'take', description: 'x' },
      { name: 'New', type: 'global', callback_id: 'new', description: 'x' },
    ],
    slash_commands: [
      { command: '/probe', description: 'x' },
      { command: '/escaped', description: 'x', should_escape: true },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'users:read',
        'channels:read',
        'channels:history',
        'im:history',
        'im:write',
        'files:read',
        'usergroups:read',
      ],
    },
  },
  settings: {
    event_subscriptions: { bot_events: ['message.channels', 'message.im', 'app_home_opened'] },
    interactivity: { is_enabled: true },
  },
}

const LOG_LEVEL = 'error' as LogLevel

export type Running = AsyncDisposable & { readonly workspace: Workspace; readonly app: App }

/** A workspace and a real Bolt app in it; `register` adds the listeners. */
export async function startBolt(
  register: (app: App, workspace: Workspace) => void,
  options: Partial<WorkspaceOptions> & { socketMode?: boolean } = {},
): Promise<Running> {
  const { socketMode = false, ...rest } = options
  const workspace = await startWorkspace({ manifest: MANIFEST, ...rest })
  const app = new App({
    token: workspace.botToken,
    logLevel: LOG_LEVEL,
    clientOptions: { slackApiUrl: workspace.url, retryConfig: { retries: 0 } },
    ...(socketMode
      ? { socketMode: true, appToken: workspace.appToken }
      : { signingSecret: workspace.signingSecret }),
  })
  // What a listener throws reaches the test as the missing effect; Bolt's own log stays quiet.
  app.error(async () => undefined)
  register(app, workspace)
  if (socketMode) {
    await app.start()
  } else {
    const server = await app.start(0)
    workspace.setRequestUrl(`http://127.0.0.1:${portOf(server)}/slack/events`)
  }
  return {
    workspace,
    app,
    async [Symbol.asyncDispose]() {
      await app.stop()
      await workspace.close()
    },
  }
}

function portOf(server: unknown): number {
  const address = (server as Server).address()
  return typeof address === 'object' && address ? address.port : 0
}

export const text = (value: string) => ({ type: 'plain_text' as const, text: value })

/** A modal with one optional text field. */
export function aModal(change: Record<string, unknown> = {}) {
  return {
    type: 'modal' as const,
    callback_id: 'form',
    title: text('Form'),
    submit: text('Save'),
    close: text('Cancel'),
    blocks: [anInput('name', 'Name')],
    ...change,
  }
}

export function anInput(blockId: string, label: string, element: Record<string, unknown> = {}, block = {}) {
  return {
    type: 'input' as const,
    block_id: blockId,
    optional: true,
    label: text(label),
    element: { type: 'plain_text_input', action_id: `${blockId}_input`, ...element },
    ...block,
  }
}
