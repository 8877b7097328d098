import { WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import type { Workspace, WorkspaceOptions } from '../../../src/sandbox/workspace/api.ts'
import { startWorkspace } from '../../../src/sandbox/workspace/workspace.ts'
import { aModal, MANIFEST, SILENT, startBolt, text } from './bolt-app.ts'

type Joined = AsyncDisposable & { readonly workspace: Workspace; readonly client: WebClient }

/** A workspace with nothing but a client in it. */
async function join(options: Partial<WorkspaceOptions> = {}): Promise<Joined> {
  const workspace = await startWorkspace({ manifest: MANIFEST, ...options })
  const client = new WebClient(workspace.botToken, {
    slackApiUrl: workspace.url,
    retryConfig: { retries: 0 },
    logger: SILENT,
  })
  return { workspace, client, [Symbol.asyncDispose]: () => workspace.close() }
}

const error = (code: string) => ({ data: { error: code } })
const home = (caption: string) => ({
  type: 'home' as const,
  blocks: [{ type: 'header' as const, text: text(caption) }],
})

describe('views', () => {
  it('lets three views lie on each other and refuses a fourth', async () => {
    const triggers: string[] = []
    await using running = await startBolt((app) => {
      app.command('/probe', async ({ ack, client, body }) => {
        await ack()
        const blocks = [
          { type: 'actions' as const, elements: [{ type: 'button' as const, text: text('More') }] },
        ]
        await client.views.open({ trigger_id: body.trigger_id, view: aModal({ blocks }) })
      })
      app.action({ type: 'block_actions' }, async ({ ack, body }) => {
        triggers.push(body.trigger_id)
        await ack()
      })
    })
    const { client } = running.app
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())
    for (let press = 0; press < 3; press += 1) await ana.click('More')
    const [first = '', second = '', third = ''] = triggers

    await client.views.push({ trigger_id: first, view: aModal() })
    await client.views.push({ trigger_id: second, view: aModal() })
    const fourth = client.views.push({ trigger_id: third, view: aModal() })

    await expect(fourth).rejects.toMatchObject(error('push_limit_reached'))
    expect(ana.stack()).toHaveLength(3)
  })

  it('refuses to push onto a modal that was closed meanwhile', async () => {
    const triggers: string[] = []
    await using running = await startBolt((app) => {
      app.command('/probe', async ({ ack, client, body }) => {
        await ack()
        await client.views.open({ trigger_id: body.trigger_id, view: aModal() })
      })
      app.view('form', async ({ ack, body }) => {
        triggers.push('trigger_id' in body ? String(body.trigger_id) : '')
        await ack({ response_action: 'errors', errors: { name: 'No' } })
      })
    })
    const ana = running.workspace.as('ana')
    await ana.command('/probe')
    await running.workspace.waitFor(() => ana.modal())
    await ana.submit()
    await ana.closeAll()
    const [trigger_id = ''] = triggers

    const pushing = running.app.client.views.push({ trigger_id, view: aModal() })

    await expect(pushing).rejects.toMatchObject(error('not_found'))
  })

  it('refuses to push with a trigger from outside the modal', async () => {
    const triggers: string[] = []
    await using running = await startBolt((app) => {
      app.command('/probe', async ({ ack, body }) => {
        triggers.push(body.trigger_id)
        await ack()
      })
    })
    await running.workspace.as('ana').command('/probe')
    const [trigger_id = ''] = triggers

    const pushing = running.app.client.views.push({ trigger_id, view: aModal() })

    await expect(pushing).rejects.toMatchObject(error('invalid_trigger_id'))
  })

  it.each([
    ['a trigger that is none', 'x', 'invalid_arguments'],
    ['a trigger that it never gave', '1.2.abc', 'invalid_trigger_id'],
  ])('refuses %s', async (_case, trigger_id, code) => {
    await using joined = await join()

    await expect(joined.client.views.open({ trigger_id, view: aModal() })).rejects.toMatchObject(error(code))
  })

  it('refuses a view over 250 KB by its own name', async () => {
    await using joined = await join()
    const section = { type: 'section' as const, text: text('x'.repeat(3000)) }
    const view = { type: 'home' as const, blocks: Array.from({ length: 90 }, () => section) }

    const publishing = joined.client.views.publish({ user_id: joined.workspace.users.ana.id, view })

    await expect(publishing).rejects.toMatchObject(error('view_too_large'))
  })

  it('publishes a Home by hash or over whatever is there', async () => {
    await using joined = await join()
    const user_id = joined.workspace.users.ana.id
    const { view } = await joined.client.views.publish({ user_id, view: home('one') })
    const hash = String(view?.hash)

    await joined.client.views.publish({ user_id, hash, view: home('two') })
    const stale = joined.client.views.publish({ user_id, hash, view: home('three') })

    await expect(stale).rejects.toMatchObject(error('hash_conflict'))
    await joined.client.views.publish({ user_id, view: home('four') })
    expect(joined.workspace.as('ana').home()?.text).toBe('# four')
  })

  it('keeps external ids apart', async () => {
    await using joined = await join()
    const { ana, sam } = joined.workspace.users
    const view = { ...home('one'), external_id: 'mine' }
    await joined.client.views.publish({ user_id: ana.id, view })

    await expect(joined.client.views.publish({ user_id: sam.id, view })).rejects.toMatchObject(
      error('duplicate_external_id'),
    )
  })
})

describe('messages', () => {
  it.each([
    ['nothing to say', {}, 'no_text'],
    ['too many blocks', { text: 'x', blocks: Array(51).fill({ type: 'divider' }) }, 'invalid_blocks'],
    ['too long a text', { text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['metadata of no kind', { text: 'x', metadata: { event_payload: {} } }, 'invalid_metadata_format'],
    ['a thread that is not there', { text: 'x', thread_ts: '1.000000' }, 'thread_not_found'],
    ['a name without the scope', { text: 'x', username: 'Somebody' }, 'missing_scope'],
  ])('refuses a message with %s', async (_case, content, code) => {
    await using joined = await join()

    const posting = joined.client.apiCall('chat.postMessage', {
      channel: joined.workspace.channels.leads.id,
      ...content,
    })

    await expect(posting).rejects.toMatchObject(error(code))
  })

  it('keeps the blocks that an update does not name, and drops them for an empty list', async () => {
    await using joined = await join()
    const { client, workspace } = joined
    const channel = workspace.channels.leads.id
    const blocks = [{ type: 'divider' as const, block_id: 'd' }]
    const { ts } = await client.chat.postMessage({ channel, text: 'one', blocks })

    await client.chat.update({ channel, ts: String(ts), text: 'two' })
    const kept = workspace.messages('leads')[0]
    await client.chat.update({ channel, ts: String(ts), text: 'three', blocks: [] })
    const dropped = workspace.messages('leads')[0]

    expect(kept).toMatchObject({ text: 'two', blocks })
    expect(dropped?.text).toBe('three')
    expect(dropped?.blocks).toBeUndefined()
  })

  it('lets the app change its own messages only', async () => {
    await using joined = await join()
    const channel = joined.workspace.channels.leads.id
    const ts = await joined.workspace.as('ana').post('leads', 'mine')

    const changing = joined.client.chat.update({ channel, ts, text: 'yours' })

    await expect(changing).rejects.toMatchObject(error('cant_update_message'))
  })

  it('shows an ephemeral message to one person and keeps it out of the history', async () => {
    await using joined = await join()
    const { client, workspace } = joined
    const channel = workspace.channels.leads.id

    await client.chat.postEphemeral({ channel, user: workspace.users.ana.id, text: 'psst' })

    expect(
      workspace
        .as('ana')
        .ephemerals()
        .map((message) => message.text),
    ).toEqual(['psst'])
    expect(workspace.as('sam').ephemerals()).toEqual([])
    expect((await client.conversations.history({ channel })).messages).toEqual([])
  })

  it('replaces and deletes an ephemeral message through the response_url of its button', async () => {
    const texts: unknown[] = []
    await using running = await startBolt((app, workspace) => {
      app.action('go', async ({ ack, respond }) => {
        await ack()
        await respond({ replace_original: true, text: 'Done' })
        texts.push(
          workspace
            .as('ana')
            .ephemerals()
            .map((message) => message.text),
        )
        await respond({ delete_original: true })
        texts.push(workspace.as('ana').ephemerals())
        workspace.touch()
      })
    })
    const { workspace } = running
    const elements = [{ type: 'button' as const, action_id: 'go', text: text('Go') }]
    const { message_ts } = await running.app.client.chat.postEphemeral({
      channel: workspace.channels.leads.id,
      user: workspace.users.ana.id,
      text: 'Press',
      blocks: [{ type: 'actions', elements }],
    })

    await workspace.as('ana').click('Go', { message: { channel: 'leads', ts: String(message_ts) } })
    await workspace.waitFor(() => texts.length === 2)

    expect(texts).toEqual([['Done'], []])
  })

  it('pages through a history, newest first, from a given ts on', async () => {
    let now = 1_800_000_000_000
    await using joined = await join({ clock: () => now })
    const ana = joined.workspace.as('ana')
    const posted: string[] = []
    for (const word of ['one', 'two', 'three', 'four']) {
      now += 1000
      posted.push(await ana.post('leads', word))
    }
    const channel = joined.workspace.channels.leads.id

    const first = await joined.client.conversations.history({ channel, oldest: String(posted[0]), limit: 2 })
    const cursor = String(first.response_metadata?.next_cursor)
    const second = await joined.client.conversations.history({
      channel,
      oldest: String(posted[0]),
      limit: 2,
      cursor,
    })

    expect(first.messages?.map((message) => message.text)).toEqual(['four', 'three'])
    expect(second.messages?.map((message) => message.text)).toEqual(['two'])
    expect([first.has_more, second.has_more]).toEqual([true, false])
  })
})

describe('scopes', () => {
  it('asks for the one that fits the kind of channel', async () => {
    await using joined = await join({ channels: [{ name: 'board', is_private: true }] })
    const channel = String(joined.workspace.channels.board?.id)

    const reading = joined.client.conversations.history({ channel })

    await expect(reading).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'groups:history' },
    })
  })

  it('are not asked for when the workspace is lenient', async () => {
    await using joined = await join({ strictScopes: false })

    const { user } = await joined.client.users.lookupByEmail({ email: 'ana@example.com' })

    expect(user?.profile?.email).toBe('ana@example.com')
  })
})

it('lists the members of a user group', async () => {
  await using joined = await join()
  const { groups, users } = joined.workspace

  const { users: members } = await joined.client.usergroups.users.list({ usergroup: groups.office.id })

  expect(members).toEqual([users.olivia.id])
})

it('validates blocks for whoever asks', async () => {
  await using joined = await join()

  const validating = joined.client.apiCall('blocks.validate', {
    blocks: [{ type: 'header', text: text('') }],
  })

  await expect(validating).rejects.toMatchObject({
    data: { error: 'invalid_blocks', errors: [{ pointer: '/blocks/0/text/text' }] },
  })
})
