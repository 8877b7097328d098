import { expect, it } from 'vitest'
import type { DisplayedView, SharedEmail, UserActions } from '../../src/sandbox/workspace/api.ts'
import { create, sees } from './people.ts'
import { type Stage, type StageOptions, startStage } from './stage.ts'

const EMAIL: SharedEmail = {
  subject: 'Tree removal quote',
  from: { name: 'Nadia Okafor', address: 'nadia.okafor@mail.example' },
  plain_text: [
    'Hello,',
    '',
    'we need two dead pines taken down near the driveway.',
    'The house is at 12 Elm St, Marietta, GA 30060.',
    'My cell is (404) 555-0120.',
    '',
    'Nadia Okafor',
  ].join('\n'),
}

const NEWSLETTER: SharedEmail = {
  subject: 'Spring sale: 20% off all chain saws this week',
  from: { name: 'Saw World', address: 'news@sawworld.example' },
  plain_text: 'Shop now and save big. View this email in your browser. Unsubscribe here.',
}

type Place = { readonly channel: string; readonly ts: string }
type Transport = NonNullable<StageOptions['transport']>

const startInbox = (options: StageOptions = {}) =>
  startStage({ ...options, env: (ws) => ({ INTAKE_CHANNEL: ws.channels['leads-inbox'].id }) })

/** Our reply under a message, with its own `ts`, once it says this. */
function replies(stage: Stage, { channel, ts }: Place) {
  return stage.ws
    .messages(channel, { thread_ts: ts })
    .filter((message) => message.bot_id && message.ts !== ts)
}

function replySays(stage: Stage, place: Place, words: string | RegExp) {
  return stage.ws.waitFor(() => replies(stage, place).find((reply) => saysIt(JSON.stringify(reply), words)), {
    what: `a reply that says ${words}`,
  })
}

const saysIt = (text: string, words: string | RegExp): boolean =>
  typeof words === 'string' ? text.includes(words) : words.test(text)

async function press(
  stage: Stage,
  person: UserActions,
  button: string,
  { channel, ts }: Place,
): Promise<void> {
  const reply = await replySays(stage, { channel, ts }, button)
  // A person knows their direct messages with the app by another name.
  const where = channel.startsWith('dm:') ? 'dm' : channel
  const outcome = await person.click(button, { message: { channel: where, ts: reply.ts } })
  expect(outcome).toMatchObject({ ok: true })
}

async function sendForm(stage: Stage, person: UserActions): Promise<DisplayedView> {
  const form = await sees(stage, person, 'Operation')
  await person.fill({ Operation: 'Tree Care' })
  await person.submit()
  await sees(stage, person, 'No client has')
  await create(stage, person)
  return form
}

/** So many messages have been read. */
async function hasRead(stage: Stage, messages: number): Promise<void> {
  const read = () => stage.logged.filter(({ msg }) => msg === 'message read').length
  await expect.poll(read, { timeout: 4000 }).toBe(messages)
}

function homeSays(stage: Stage, person: UserActions, words: string): Promise<DisplayedView> {
  return stage.ws.waitFor(() => {
    const home = person.home()
    return home?.text.includes(words) ? home : undefined
  })
}

it.each<Transport>(['http', 'socket'])(
  'offers to make a lead of an email over %s, and says who is at it and who has done it',
  async (transport) => {
    const stage = await startInbox({ transport })
    const ana = stage.ws.as('ana')

    const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
    const offer = await replySays(stage, email, 'Create lead')
    await press(stage, ana, 'Create lead', email)
    await sees(stage, ana, 'Operation')
    const taken = await replySays(stage, email, 'is entering this')
    const form = await sendForm(stage, ana)
    const entered = await replySays(stage, email, 'Entered by')
    await replySays(stage, email, 'In SingleOps')

    expect(offer.text).toBe('Looks like a lead: Nadia Okafor')
    expect(JSON.stringify(offer.blocks)).toMatch(/Nadia Okafor.*404.555.0120.*two dead pines/u)
    expect(JSON.stringify(taken.blocks)).toContain(`<@${ana.id}>`)
    expect(form.text).toContain('Nadia Okafor')
    expect(form.text).toContain('Lead Source: Email')
    expect(stage.singleops.jobs()).toHaveLength(1)
    expect(entered.ts).toBe(offer.ts)
    expect(JSON.stringify(entered.blocks)).toMatch(/LH-\w{6}/u)
    expect(JSON.stringify(entered)).not.toContain('Okafor')
    expect(replies(stage, email)).toHaveLength(2)
  },
)

it('says before a second lead from the same message that there is one', async () => {
  const stage = await startInbox()
  const ana = stage.ws.as('ana')
  const sam = stage.ws.as('sam')
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  await press(stage, ana, 'Create lead', email)
  await sendForm(stage, ana)
  await replySays(stage, email, 'In SingleOps')

  await press(stage, sam, 'Create another lead', email)
  const form = await sees(stage, sam, 'Operation')

  expect(form.text).toMatch(/before: LH-\w{6}/u)
  expect(JSON.stringify(form.blocks[0])).toContain(
    `<${stage.singleops.jobUrl.replace('{id}', String(stage.singleops.jobs()[0]?.id))}|`,
  )
})

it('does not say any more that somebody enters it once they have closed the form', async () => {
  const stage = await startInbox()
  const ana = stage.ws.as('ana')
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  await press(stage, ana, 'Create lead', email)
  await replySays(stage, email, 'is entering this')

  await ana.cancel()
  const reply = await stage.ws.waitFor(() =>
    replies(stage, email).find((one) => !JSON.stringify(one).includes('is entering this')),
  )

  expect(JSON.stringify(reply.blocks)).toMatch(/Nadia Okafor.*Create lead/u)
})

it('goes on saying who enters it when somebody else closes their form', async () => {
  const stage = await startInbox()
  const [ana, sam] = [stage.ws.as('ana'), stage.ws.as('sam')]
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  await press(stage, ana, 'Create lead', email)
  await replySays(stage, email, `<@${ana.id}>`)
  await press(stage, sam, 'Create lead', email)
  await replySays(stage, email, `<@${sam.id}>`)

  await ana.closeAll()
  await press(stage, stage.ws.as('olivia'), 'Create lead', email)
  const form = await sees(stage, stage.ws.as('olivia'), 'Operation')

  expect(form.text).toContain('@Sam Cole opened the form for this message')
})

it('keeps what stands above the form while the form changes', async () => {
  const stage = await startInbox()
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  await press(stage, stage.ws.as('ana'), 'Create lead', email)
  await replySays(stage, email, 'is entering this')
  const sam = stage.ws.as('sam')
  await press(stage, sam, 'Create lead', email)
  await sees(stage, sam, 'Operation')

  await sam.click('More fields')
  const form = await sees(stage, sam, 'ZIP or postal code')

  expect(form.text).toContain('opened the form for this message')
})

it('tells whoever comes second that somebody has the form open', async () => {
  const stage = await startInbox()
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  await press(stage, stage.ws.as('ana'), 'Create lead', email)
  await replySays(stage, email, 'is entering this')

  await press(stage, stage.ws.as('sam'), 'Create lead', email)
  const form = await sees(stage, stage.ws.as('sam'), 'Operation')

  expect(form.text).toContain('opened the form for this message')
})

it('replies once to a doubled event, and to an email that arrives twice', async () => {
  const stage = await startInbox()
  stage.ws.setFault({ deliver: 'events', duplicate: true, times: 1 })
  const email = { ...EMAIL, message_id: '<one@mail.example>' }

  const first = await stage.ws.shareEmail('leads-inbox', email)
  await replySays(stage, first, 'Create lead')
  const second = await stage.ws.shareEmail('leads-inbox', email)
  const other = await stage.ws.shareEmail('leads-inbox', { ...EMAIL, message_id: '<two@mail.example>' })
  await replySays(stage, other, 'Create lead')
  await stage.ws.drain()

  expect(replies(stage, first)).toHaveLength(1)
  expect(replies(stage, second)).toEqual([])
})

it('is silent about what is no lead, and lists such emails for the office on Home', async () => {
  const stage = await startInbox()
  const olivia = stage.ws.as('olivia')
  const news = await stage.ws.shareEmail('leads-inbox', NEWSLETTER)
  const chatter = await stage.ws.as('sam').post('leads-inbox', 'running late, truck 3 is in the shop')
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  await replySays(stage, email, 'Create lead')
  await hasRead(stage, 3)
  await olivia.openHome()
  const listed = await homeSays(stage, olivia, 'Emails without a lead (1)')
  await stage.ws.as('sam').openHome()

  await olivia.click('Create lead', 'home')
  const form = await sees(stage, olivia, 'Operation')

  expect(listed.text).toContain('Spring sale')
  expect(form.text).toContain('Nothing in this message reads like a lead')
  expect(stage.ws.as('sam').home()?.text).not.toContain('Spring sale')
  expect(replies(stage, news)).toEqual([])
  expect(replies(stage, { channel: 'leads-inbox', ts: chatter })).toEqual([])
})

it('takes off Home what the office has looked at', async () => {
  const stage = await startInbox()
  const olivia = stage.ws.as('olivia')
  await stage.ws.shareEmail('leads-inbox', NEWSLETTER)
  await hasRead(stage, 1)
  await olivia.openHome()
  await homeSays(stage, olivia, 'Emails without a lead (1)')

  await olivia.click('Not a lead', 'home')

  await stage.ws.waitFor(() => !olivia.home()?.text.includes('Emails without a lead'))
})

it('lets a person say that it is no lead, and another one see it differently', async () => {
  const stage = await startInbox()
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)

  await press(stage, stage.ws.as('ana'), 'Not a lead', email)
  const dismissed = await replySays(stage, email, 'Not a lead, says')
  await press(stage, stage.ws.as('sam'), 'Create lead after all', email)
  const form = await sees(stage, stage.ws.as('sam'), 'Operation')

  expect(JSON.stringify(dismissed)).not.toContain('Okafor')
  expect(form.text).toContain('Nadia Okafor')
})

it('names in a channel that outsiders read nothing but whom it is about', async () => {
  const members = ['ana', 'sam', 'olivia', 'xavier']
  const stage = await startInbox({
    workspace: { channels: [{ name: 'leads-inbox', is_ext_shared: true, members }] },
  })
  const text = 'New lead: Nadia Okafor 404-555-0120, 12 Elm St Marietta GA, prune 2 oaks'

  const place = { channel: 'leads-inbox', ts: await stage.ws.as('xavier').post('leads-inbox', text) }
  const reply = JSON.stringify(await replySays(stage, place, 'Create lead'))
  await press(stage, stage.ws.as('ana'), 'Create lead', place)
  const form = await sees(stage, stage.ws.as('ana'), 'Operation')

  expect(reply).toContain('Nadia Okafor')
  expect(reply).toContain('left out')
  for (const fact of ['555-0120', 'Elm', 'oaks']) expect(reply).not.toContain(fact)
  expect(form.text).toContain('prune 2 oaks')
})

it('reads a direct message to the app', async () => {
  const stage = await startInbox()
  const sam = stage.ws.as('sam')
  const text = 'New lead: Nadia Okafor 404-555-0120, 12 Elm St Marietta GA, prune 2 oaks'

  const place = { channel: 'dm:sam', ts: await sam.post('dm', text) }
  await press(stage, sam, 'Create lead', place)
  const form = await sees(stage, sam, 'Operation')

  expect(form.text).toContain('Nadia Okafor')
})

it('reads at its start what was said while it was away', async () => {
  const stage = await startInbox()
  await stage.ws.waitFor(() => stage.ws.calls('auth.test').length > 0)
  await stage.app[Symbol.asyncDispose]()
  const place = {
    channel: 'leads-inbox',
    ts: await stage.ws.as('sam').post('leads-inbox', 'Nadia Okafor 404-555-0120 wants two oaks pruned'),
  }
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)

  await stage.restart()
  await replySays(stage, email, 'Create lead')
  await replySays(stage, place, 'Create lead')

  expect(replies(stage, email)).toHaveLength(1)
})

it('reads at its start the direct messages that came while it was away', async () => {
  const stage = await startInbox()
  const [sam, ana] = [stage.ws.as('sam'), stage.ws.as('ana')]
  await sam.post('dm', 'New lead: Nadia Okafor 404-555-0120, 12 Elm St Marietta GA, prune 2 oaks')
  await hasRead(stage, 1)
  await ana.openHome()
  await stage.ws.waitFor(() => ana.home())
  await stage.app[Symbol.asyncDispose]()
  const words = 'New lead: Bob Kent 404-555-0188, grind a stump'
  const bySam = { channel: 'dm:sam', ts: await sam.post('dm', words) }
  const byAna = { channel: 'dm:ana', ts: await ana.post('dm', words) }

  await stage.restart()
  await replySays(stage, bySam, 'Bob Kent')
  await replySays(stage, byAna, 'Bob Kent')

  expect(replies(stage, bySam)).toHaveLength(1)
  expect(replies(stage, byAna)).toHaveLength(1)
})

it('reads after a reconnect what was said meanwhile', async () => {
  const stage = await startInbox({ transport: 'socket', workspace: { eventRetryDelaysMs: [] } })
  const history = () => stage.ws.calls('conversations.history').length
  stage.ws.setFault({ deliver: 'events', drop: true, times: 1 })
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  const before = history()

  stage.ws.disconnectSockets()
  await replySays(stage, email, 'Create lead')

  expect(history()).toBeGreaterThan(before)
})

it('reads a whole email before it opens a form for it, not between click and form', async () => {
  const stage = await startInbox()
  const ana = stage.ws.as('ana')
  const email = await stage.ws.shareEmail('leads-inbox', {
    ...EMAIL,
    plain_text: '',
    has_more: true,
    full_text: EMAIL.plain_text,
  })
  await replySays(stage, email, 'Nadia Okafor')
  const fetched = stage.ws.calls('files.info').length

  await press(stage, ana, 'Create lead', email)
  const form = await sees(stage, ana, 'Operation')

  expect(form.text).toContain('12 Elm St')
  expect(stage.ws.calls('files.info')).toHaveLength(fetched)
})

it('goes on after a restart between storing and reading', async () => {
  const stage = await startInbox()
  const hold = stage.ws.hold('files.info')
  const email = await stage.ws.shareEmail('leads-inbox', {
    ...EMAIL,
    plain_text: '',
    has_more: true,
    full_text: EMAIL.plain_text,
  })
  await hold.arrived
  const stopped = stage.app[Symbol.asyncDispose]()
  hold.release()
  await stopped

  await stage.restart()
  await replySays(stage, email, 'Nadia Okafor')

  expect(replies(stage, email)).toHaveLength(1)
})

it('does not reply twice when the answer to its reply was lost', async () => {
  const stage = await startInbox()
  stage.ws.setFault({ method: 'chat.postMessage', reset: true, afterProcessing: true, times: 1 })
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)

  await press(stage, stage.ws.as('ana'), 'Create lead', email)
  await stage.ws.waitFor(() => stage.ws.calls('conversations.replies').length > 0)
  await replySays(stage, email, 'is entering this')

  expect(replies(stage, email)).toHaveLength(1)
})

it('follows a message that is edited, and takes its reply back when it is deleted', async () => {
  const stage = await startInbox()
  const sam = stage.ws.as('sam')
  const ts = await sam.post('leads-inbox', 'Nadia Okafor 404-555-0120 wants two oaks pruned')
  const place = { channel: 'leads-inbox', ts }
  await replySays(stage, place, '0120')

  await sam.edit('leads-inbox', ts, 'Nadia Okafor 404-555-0199 wants two oaks pruned')
  await replySays(stage, place, '0199')
  await sam.remove('leads-inbox', ts)

  await stage.ws.waitFor(() => stage.ws.calls('chat.delete').length === 1)
})

it('leaves alone what is said in threads, in other channels and by itself', async () => {
  const stage = await startInbox()
  const sam = stage.ws.as('sam')
  const words = 'Nadia Okafor 404-555-0120 wants two oaks pruned'
  const email = await stage.ws.shareEmail('leads-inbox', EMAIL)
  await replySays(stage, email, 'Create lead')

  const inThread = await sam.post('leads-inbox', words, { thread_ts: email.ts })
  const elsewhere = await sam.post('general', words)
  const last = await sam.post('leads-inbox', 'Bob Kent 404-555-0188 wants a stump ground')
  await replySays(stage, { channel: 'leads-inbox', ts: last }, 'Create lead')

  expect(replies(stage, { channel: 'general', ts: elsewhere })).toEqual([])
  expect(replies(stage, email).map(({ ts }) => ts)).not.toContain(inThread)
  expect(replies(stage, email)).toHaveLength(1)
})
