import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeSlackText, readMessage, withFile } from '../../src/slack/message-source.ts'

const anEmailFile = (overrides: object = {}): object => ({
  id: 'F1',
  mode: 'email',
  filetype: 'email',
  subject: 'Need a quote',
  from: [{ address: 'ann@example.com', name: 'Ann Lee', original: 'Ann Lee <ann@example.com>' }],
  to: [{ address: '', name: 'leads', original: 'leads <>' }],
  cc: [],
  headers: {
    date: 'Mon, 23 Nov 2026 09:00:00 +0000',
    in_reply_to: null,
    reply_to: null,
    message_id: '<m1@example.com>',
  },
  attachments: [
    { filename: 'oak.jpg', mimetype: 'image/jpeg', url: 'https://files.example/oak.jpg', metadata: null },
  ],
  url_private_download: 'https://files.example/F1',
  plain_text: 'Please quote our oak.',
  has_more: false,
  ...overrides,
})

const aMessage = (file: object): object => ({
  type: 'message',
  subtype: 'file_share',
  user: 'USLACKBOT',
  text: '',
  files: [file],
})

describe('readMessage', () => {
  it('reads a shared email', () => {
    expect(readMessage(aMessage(anEmailFile()))).toEqual({
      input: {
        kind: 'email',
        subject: 'Need a quote',
        from: [{ name: 'Ann Lee', address: 'ann@example.com' }],
        to: [{ name: 'leads' }],
        cc: [],
        date: 'Mon, 23 Nov 2026 09:00:00 +0000',
        text: 'Please quote our oak.',
        attachments: [{ name: 'oak.jpg', url: 'https://files.example/oak.jpg', mediaType: 'image/jpeg' }],
      },
      messageId: '<m1@example.com>',
    })
  })

  it.each([
    ['Ann <ann@example.org>', { name: 'Ann', address: 'ann@example.org' }],
    [[{ address: 'ann@example.org', name: 'Ann' }], { name: 'Ann', address: 'ann@example.org' }],
    ['ann@example.org', { address: 'ann@example.org' }],
  ])('reads the reply address in the shape %j', (reply_to, replyTo) => {
    expect(readMessage(aMessage(anEmailFile({ headers: { reply_to } }))).input).toMatchObject({ replyTo })
  })

  it('takes the preview and asks for the file when the text is missing', () => {
    const read = readMessage(
      aMessage(anEmailFile({ plain_text: '', preview_plain_text: 'Please quote', has_more: true })),
    )

    expect(read.input).toMatchObject({ text: 'Please quote' })
    expect(read.needsFile).toEqual({ id: 'F1', url: 'https://files.example/F1' })
  })

  it('asks for the file when Slack cut the text', () => {
    expect(readMessage(aMessage(anEmailFile({ has_more: true }))).needsFile).toMatchObject({ id: 'F1' })
  })

  it('takes the HTML when there is no text', () => {
    const read = readMessage(
      aMessage(anEmailFile({ plain_text: '', simplified_html: '<p>Please quote</p>' })),
    )

    expect(read.input).toMatchObject({ html: '<p>Please quote</p>' })
  })

  it('reads a typed message with its author', () => {
    expect(
      readMessage({ type: 'message', user: 'U1', text: 'Lead: <tel:7705550123|770-555-0123> &amp; oak' }),
    ).toEqual({
      input: { kind: 'text', text: 'Lead: 770-555-0123 & oak' },
      author: 'U1',
    })
  })

  it('reads the text of a message that another one shares', () => {
    expect(readMessage({ text: '', attachments: [{ text: 'Jane Smith 770-555-0123' }] }).input).toEqual({
      kind: 'text',
      text: 'Jane Smith 770-555-0123',
    })
  })

  it('never throws, whatever the shape', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => ['text', 'email'].includes(readMessage(value).input.kind)),
    )
    fc.assert(
      fc.property(
        fc.object({
          key: fc.constantFrom('files', 'text', 'from', 'mode', 'headers', 'plain_text', 'attachments'),
        }),
        (value) =>
          ['text', 'email'].includes(readMessage({ files: [{ mode: 'email', ...value }] }).input.kind),
      ),
    )
  })
})

describe('withFile', () => {
  const cut = readMessage(aMessage(anEmailFile({ plain_text: '', has_more: true })))

  it('completes the email with what files.info says', () => {
    const whole = withFile(cut, anEmailFile({ plain_text: 'Please quote our oak. And the elm.' }))

    expect(whole.input).toMatchObject({
      text: 'Please quote our oak. And the elm.',
      from: [{ address: 'ann@example.com' }],
    })
    expect(whole.needsFile).toBeUndefined()
  })

  it('completes the email with the HTML of the file', () => {
    const whole = withFile(cut, '<html><body><p>Please quote our oak.</p></body></html>')

    expect(whole.input).toMatchObject({ subject: 'Need a quote', html: expect.stringContaining('our oak') })
    expect(whole.needsFile).toBeUndefined()
  })

  it.each([undefined, null, 7, '', {}, { file: null }])(
    'leaves the email as it was when it gets %j',
    (file) => {
      expect(withFile(cut, file).input).toEqual(cut.input)
    },
  )
})

describe('decodeSlackText', () => {
  it.each([
    ['<mailto:a@b.co|a@b.co>', 'a@b.co'],
    ['<tel:+17705550123|770-555-0123>', '770-555-0123'],
    ['<https://example.com/oak|our oak>', 'our oak'],
    ['<https://example.com/oak>', 'https://example.com/oak'],
    ['<@U04RICK> and <@U1|ana>', '@U04RICK and @ana'],
    ['<#C1|leads> <!here> <!subteam^S1|@office>', '#leads @here @office'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
  ])('decodes %s', (text, decoded) => {
    expect(decodeSlackText(text)).toBe(decoded)
  })
})
