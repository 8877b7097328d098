import type { Server } from 'node:http'
import { App, type Logger, LogLevel } from '@slack/bolt'
import type { InputBlock, ModalView } from '@slack/types'
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

const ignore = () => undefined
/** These tests provoke what Bolt complains about. */
export const SILENT: Logger = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  setLevel: ignore,
  getLevel: () => LogLevel.ERROR,
  setName: ignore,
}

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
    logger: SILENT,
    clientOptions: { slackApiUrl: workspace.url, retryConfig: { retries: 0 } },
    ...(socketMode
      ? { socketMode: true, appToken: workspace.appToken }
      : { signingSecret: workspace.signingSecret }),
  })
  register(app, workspace)
  if (socketMode) {
    await app.start()
  } else {
    const server = await app.start(0)
    workspace.setRequestUrl(`http://127.0.0.1:${portOf(server)}/slack/events`)
  }
  // Bolt asks who it is beside starting; a test that ends before that would leave a cut call behind.
  await workspace.waitFor(() => workspace.calls('auth.test').some((call) => call.status === 200))
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
export function aModal(change: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    title: text('Form'),
    submit: text('Save'),
    close: text('Cancel'),
    blocks: [anInput('name', 'Name')],
    ...change,
  }
}

/** An optional input block; a plain text field unless `element` says otherwise. */
export function anInput(
  blockId: string,
  label: string,
  element: Record<string, unknown> = {},
  block: Partial<InputBlock> = {},
): InputBlock {
  const defaults = { type: 'plain_text_input', action_id: `${blockId}_input` } as const
  return {
    type: 'input',
    block_id: blockId,
    optional: true,
    label: text(label),
    element: { ...defaults, ...element },
    ...block,
  }
}
