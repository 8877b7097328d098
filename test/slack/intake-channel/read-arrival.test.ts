import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readArrival, readHappening } from '../../../src/slack/intake-channel/read-arrival.ts'

const SELF = { botId: 'B0LEAD', botUserId: 'U0LEAD' }
const aMessage = (over: object = {}): object => ({
  type: 'message',
  channel: 'C0INBOX',
  channel_type: 'channel',
  ts: '1795495640.727000',
  user: 'U0SAM',
  text: 'Jane Smith &lt;jane@smith.example&gt; 770 555 0123',
  ...over,
})
const anEmail = (over: object = {}): object =>
  aMessage({
    text: '',
    subtype: 'file_share',
    user: 'USLACKBOT',
    files: [
      {
        id: 'F1',
        mode: 'email',
        subject: 'Oak',
        plain_text: 'An oak fell.',
        has_more: false,
        headers: { message_id: '<a@b>' },
        permalink: 'https://team.slack.example/files/F1',
      },
    ],
    ...over,
  })
const changed = (message: object): object => ({
  type: 'message',
  subtype: 'message_changed',
  hidden: true,
  channel: 'C0INBOX',
  ts: '1795495999.000100',
  message,
})

describe('readHappening', () => {
  it('takes in what a person wrote, decoded', () => {
    expect(readHappening(aMessage(), SELF)).toEqual({
      kind: 'arrived',
      arrival: {
        channel: 'C0INBOX',
        ts: '1795495640.727000',
        said: { input: { kind: 'text', text: 'Jane Smith <jane@smith.example> 770 555 0123' } },
      },
    })
  })

  it('takes in a shared email with its Message-ID and the way to it', () => {
    expect(readHappening(anEmail(), SELF)).toMatchObject({
      kind: 'arrived',
      arrival: {
        messageId: '<a@b>',
        said: {
          input: { kind: 'email', subject: 'Oak', text: 'An oak fell.' },
          link: 'https://team.slack.example/files/F1',
        },
      },
    })
  })

  it('takes in what other apps post, such as web forms', () => {
    const posted = aMessage({ subtype: 'bot_message', bot_id: 'B0FORM', user: undefined })

    expect(readHappening(posted, SELF)?.kind).toBe('arrived')
  })

  it.each([
    ['its own message', { bot_id: 'B0LEAD' }],
    ['its own message under its user', { user: 'U0LEAD' }],
    ['somebody joining', { subtype: 'channel_join' }],
    ['a topic', { subtype: 'channel_topic' }],
    ['an answer in a thread', { thread_ts: '1795495000.000100' }],
    ['an answer that is also sent to the channel', { subtype: 'thread_broadcast' }],
    ['a picture without words', { text: ' ' }],
  ])('leaves %s alone', (_, over) => {
    expect(readHappening(aMessage(over), SELF)).toBeUndefined()
  })

  it('takes an edited text over, and leaves alone that Slack shows where a link leads', () => {
    const edited = changed(aMessage({ edited: { user: 'U0SAM', ts: '1795495999.000000' } }))
    const unfurled = changed(
      aMessage({ attachments: [{ text: 'Some page', from_url: 'https://x.example' }] }),
    )

    expect(readHappening(edited, SELF)?.kind).toBe('edited')
    expect(readHappening(unfurled, SELF)).toBeUndefined()
  })

  it('takes over an email whose text comes later', () => {
    expect(readHappening(changed(anEmail()), SELF)?.kind).toBe('edited')
  })

  it.each([
    ['alone', { subtype: 'message_deleted', deleted_ts: '1795495640.727000' }],
    ['with answers below it', changed(aMessage({ subtype: 'tombstone' }))],
  ])('notices that a message was deleted %s', (_, over) => {
    expect(readHappening(aMessage(over), SELF)).toEqual({
      kind: 'deleted',
      channel: 'C0INBOX',
      ts: '1795495640.727000',
    })
  })

  it('bears whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (message, event) => {
        readHappening(event, SELF)
        readHappening(changed(Object(message)), SELF)
        readArrival(message, 'C0INBOX', SELF)
      }),
    )
  })
})
