import { describe, expect, it } from 'vitest'
import { startBolt, text } from './bolt-app.ts'

describe('events', () => {
  it('brings a posted message to the app, typed text as Slack stores it', async () => {
    const seen: unknown[] = []
    await using running = await startBolt((app) => {
      app.message(async ({ message }) => {
        seen.push('text' in message ? message.text : undefined)
      })
    })

    await running.workspace.as('ana').post('leads-inbox', 'Jane & Co <jane@example.com> for @sam')

    expect(seen).toEqual([
      'Jane &amp; Co &lt;<mailto:jane@example.com|jane@example.com>&gt; for <@U0SAM00000>',
    ])
  })

  it('repeats a failed event under the same id until it is answered', async () => {
    const seen: unknown[] = []
    await using running = await startBolt((app) => {
      app.message(async ({ body }) => {
        seen.push(body.event_id)
      })
    })
    const { workspace } = running
    workspace.setFault({ deliver: 'events', drop: true, times: 2 })

    await workspace.as('ana').post('leads', 'hello')
    await workspace.waitFor(() => workspace.pendingEventRetries() === 1)
    await workspace.retryEventsNow()

    const deliveries = workspace.traffic().filter((entry) => entry.what === 'event:message')
    expect(deliveries.map((entry) => [entry.retry, entry.status])).toEqual([
      [undefined, undefined],
      [1, undefined],
      [2, 200],
    ])
    expect(seen).toEqual([deliveries[0]?.request.event_id])
    expect(workspace.pendingEventRetries()).toBe(0)
  })

  it('keeps quiet in a channel that the bot is not in', async () => {
    await using running = await startBolt(() => undefined)
    const { workspace } = running
    workspace.setChannel('leads', { bot_member: false })

    await workspace.as('ana').post('leads', 'hello')

    expect(workspace.traffic().filter((entry) => entry.direction === 'slack→app')).toEqual([])
  })

  it('publishes a Home when it is opened', async () => {
    await using running = await startBolt((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const blocks = [{ type: 'header', text: text(`Tab ${event.tab}`) } as const]
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
      })
    })
    const ana = running.workspace.as('ana')

    await ana.openHome()
    const home = await running.workspace.waitFor(() => ana.home())

    expect(home.text).toBe('# Tab home')
  })
})

describe('messages', () => {
  it('keeps cards with their buttons, and passes a press with the message', async () => {
    const pressed: unknown[] = []
    await using running = await startBolt((app) => {
      app.action('assign', async ({ ack, body, respond }) => {
        await ack()
        pressed.push('message' in body && body.message?.text)
        await respond({ replace_original: true, text: 'Assigned' })
      })
    })
    const { workspace } = running
    const button = { type: 'button', action_id: 'assign', text: text('Assign') } as const
    const blocks = [{ type: 'actions', elements: [button] } as const]
    const { client } = running.app
    const posted = await client.chat.postMessage({
      channel: workspace.channels.leads.id,
      text: 'Lead',
      blocks,
    })

    const where = { message: { channel: 'leads', ts: String(posted.ts) } }
    await workspace.as('sam').click('Assign', where)
    const [message] = await workspace.waitFor(() => {
      const found = workspace.messages('leads')
      return found[0]?.text === 'Assigned' && found
    })

    expect(pressed).toEqual(['Lead'])
    expect(message).toMatchObject({ ts: posted.ts, text: 'Assigned', bot_id: workspace.app.bot_id })
    expect(message?.blocks).toBeUndefined()
  })

  it('keeps threads apart from the channel and counts their replies', async () => {
    await using running = await startBolt(() => undefined)
    const { workspace } = running
    const { client } = running.app
    const channel = workspace.channels.leads.id
    const parent = await client.chat.postMessage({ channel, text: 'Parent' })
    await client.chat.postMessage({ channel, text: 'Reply', thread_ts: String(parent.ts) })

    const replies = await client.conversations.replies({ channel, ts: String(parent.ts) })
    const history = await client.conversations.history({ channel })

    expect(replies.messages?.map((message) => message.text)).toEqual(['Parent', 'Reply'])
    expect(history.messages?.map((message) => [message.text, message.reply_count])).toEqual([['Parent', 1]])
  })

  it('gives metadata back only to those who ask for it', async () => {
    await using running = await startBolt(() => undefined)
    const { client } = running.app
    const channel = running.workspace.channels.leads.id
    const metadata = { event_type: 'lead_card', event_payload: { lead: 'LH-1' } }
    await client.chat.postMessage({ channel, text: 'Lead', metadata })

    const plain = await client.conversations.history({ channel })
    const full = await client.conversations.history({ channel, include_all_metadata: true })

    expect(plain.messages?.[0]?.metadata).toBeUndefined()
    expect(full.messages?.[0]?.metadata).toEqual(metadata)
  })

  it.each([
    ['is_archived', { is_archived: true }],
    ['not_in_channel', { bot_member: false }],
    ['channel_not_found', { bot_member: false, is_private: true }],
  ])('answers %s where the app may not post', async (error, change) => {
    await using running = await startBolt(() => undefined)
    const { workspace } = running
    workspace.setChannel('leads', change)

    const posting = running.app.client.chat.postMessage({ channel: workspace.channels.leads.id, text: 'x' })

    await expect(posting).rejects.toMatchObject({ data: { error } })
  })

  it('asks for the scope that the manifest lacks', async () => {
    await using running = await startBolt(() => undefined)
    const { client } = running.app

    const { user } = await client.users.info({ user: running.workspace.users.ana.id })
    const looking = client.users.lookupByEmail({ email: 'ana@example.com' })

    await expect(looking).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read.email' },
    })
    expect(user?.profile?.email).toBeUndefined()
  })

  it('sends direct messages to the person alone', async () => {
    await using running = await startBolt(() => undefined)
    const { client } = running.app
    const opened = await client.conversations.open({ users: running.workspace.users.ana.id })

    await client.chat.postMessage({ channel: String(opened.channel?.id), text: 'Your lead is in.' })

    expect(running.workspace.dm('ana').map((message) => message.text)).toEqual(['Your lead is in.'])
    expect(running.workspace.dm('sam')).toEqual([])
  })
})

describe('emails', () => {
  const email = {
    subject: 'Need a quote',
    from: { name: 'Ann Lee', address: 'ann@example.com' },
    plain_text: 'Hello, the oak fell.',
  }

  it('go with the message into a shortcut', async () => {
    const files: unknown[] = []
    await using running = await startBolt((app) => {
      app.shortcut('take', async ({ ack, shortcut }) => {
        await ack()
        if ('message' in shortcut) files.push(...(shortcut.message.files as unknown[]))
      })
    })
    const shared = await running.workspace.shareEmail('leads-inbox', email)

    const outcome = await running.workspace.as('ana').messageShortcut('take', shared)

    expect(outcome.ok).toBe(true)
    expect(files).toMatchObject([
      { mode: 'email', plain_text: 'Hello, the oak fell.', from: [{ name: 'Ann Lee' }] },
    ])
  })

  it('carry their text only in files.info and the download when they are long', async () => {
    await using running = await startBolt(() => undefined)
    const { file } = await running.workspace.shareEmail('leads-inbox', { ...email, has_more: true })
    const address = String(file.url_private_download)

    const info = await running.app.client.files.info({ file: String(file.id) })
    const authorization = `Bearer ${running.workspace.botToken}`
    const download = await fetch(address, { headers: { authorization } })
    const stranger = await fetch(address, { redirect: 'manual' })

    expect(file).toMatchObject({ plain_text: '', has_more: true })
    expect(info.file).toMatchObject({ plain_text: 'Hello, the oak fell.' })
    expect(await download.text()).toContain('the oak fell')
    expect(stranger.status).toBe(302)
  })
})
