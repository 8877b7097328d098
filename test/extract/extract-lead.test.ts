import process from 'node:process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractLead, LONGEST_INPUT } from '../../src/extract/extract-lead.ts'
import { aMail, SETTINGS } from './a-mail.ts'

const text = (value: string) => extractLead({ kind: 'text', text: value }, SETTINGS)

describe('extractLead', () => {
  it('never takes our own number, domain or name for the customer', () => {
    const lead = extractLead(
      aMail({
        text: 'My oak is down, call me at 404-555-0133.\n\nJane Smith\n\nOn Mon, Apr 6, 2026 Cedar Hollow Tree Co <office@cedarhollowtree.example> wrote:\n> Call us at 865-555-0100\n> 12 Sawmill Rd, Knoxville, TN 37920',
      }),
      SETTINGS,
    )

    expect(lead.contact).toEqual({
      firstName: 'Jane',
      lastName: 'Smith',
      email: 'jane.smith@example.com',
      phone: '+14045550133',
    })
    expect(lead.address).toEqual({})
  })

  it('asks to check an address that only the signature gives', () => {
    const lead = extractLead(
      aMail({
        text: 'We need two pines removed.\n\nThanks,\nJane Smith\n14 Fern Hill Rd, Marietta, GA 30064',
      }),
      SETTINGS,
    )

    expect(lead.address.street).toBe('14 Fern Hill Rd')
    expect(lead.evidence.street).toMatchObject({ confidence: 'weak', origin: 'from the signature' })
  })

  it('offers two numbers that fit equally well', () => {
    const lead = text('New lead: Tom Berrigan, 404-555-0165 or 404-555-0166, wants poplars removed')

    expect(lead.contact.phone).toBe('+14045550165')
    expect(lead.choices).toEqual([
      {
        field: 'phone',
        values: [
          expect.objectContaining({ value: '404-555-0165' }),
          expect.objectContaining({ value: '404-555-0166' }),
        ],
      },
    ])
  })

  it('offers two sites', () => {
    const lead = text(
      'Tom Berrigan 404-555-0165 has pines at 14 Fern Hill Rd, Marietta GA and at 2107 Briar Glen Dr, Canton GA',
    )

    expect(lead.choices.find(({ field }) => field === 'address')?.values).toHaveLength(2)
  })

  it('completes seven digits with the area code of the account', () => {
    expect(text('lead: Bev 555-0181 wants a hedge quote').contact.phone).toBe('+17705550181')
  })

  it('reads a bare name where a person said that it is a lead', () => {
    const said = { kind: 'text', text: 'Jane Smith' } as const

    expect(extractLead(said, SETTINGS).isLead).toBe(false)
    expect(extractLead({ ...said, certain: true }, SETTINGS)).toMatchObject({
      isLead: true,
      contact: { firstName: 'Jane', lastName: 'Smith' },
    })
  })

  it('lists photos with their links after what the customer wrote', () => {
    const lead = extractLead(
      aMail({
        attachments: [{ name: 'oak.jpg', url: 'https://files.example/oak.jpg' }, { name: 'plan.pdf' }],
      }),
      SETTINGS,
    )

    expect(lead.notes).toBe(
      'I need a quote for an oak.\nAttachments: oak.jpg (https://files.example/oak.jpg), plan.pdf',
    )
  })

  it('reads a mail of which only the HTML is known', () => {
    const html =
      '<html><head><style>p{}</style></head><body><p>Please quote an oak at 14 Fern Hill Rd,<br>Marietta, GA 30064.</p><p>Call 404-555-0133</p></body></html>'

    const lead = extractLead({ ...aMail(), text: '', html }, SETTINGS)

    expect(lead.contact.phone).toBe('+14045550133')
    expect(lead.address).toMatchObject({ street: '14 Fern Hill Rd', city: 'Marietta' })
  })

  it.each([
    [
      'a newsletter',
      {
        subject: 'Spring sale: 20% off',
        text: 'Shop now. Call 800-555-0144.\nUnsubscribe | Update preferences',
      },
    ],
    [
      'an automatic reply',
      { subject: 'Automatic reply: estimate', text: 'I am out of the office. Call 404-555-0133.' },
    ],
    [
      'an invoice',
      {
        subject: 'Invoice 20391',
        text: 'Your invoice is due 06/30. Questions: 503-555-0116. Amount due $12.',
      },
    ],
    [
      'an application',
      {
        subject: 'Applying for climber position',
        text: 'My resume is attached. 404-555-0133. I have years of experience with trees.',
      },
    ],
  ])('leaves every field empty for %s', (_, mail) => {
    expect(extractLead(aMail(mail), SETTINGS)).toEqual({
      isLead: false,
      contact: {},
      address: {},
      evidence: {},
      choices: [],
      cut: false,
    })
  })

  it('says when a message was longer than what is read', () => {
    const lead = text(`lead: Bev 404-555-0181 wants a hedge quote ${'and more '.repeat(LONGEST_INPUT / 8)}`)

    expect(lead).toMatchObject({ cut: true, contact: { firstName: 'Bev' } })
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(
      'From: a <a@b.co>',
      'Name:',
      '770-555-0123',
      '>',
      '\n',
      '12 Main St',
      ' ',
      'on',
      'wrote:',
      '"',
      '|',
      '&#0;',
      '<',
      'Jane',
      '\u200b',
      '🌳',
      'é',
    )
    const noise = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }).map((parts) => parts.join(' '))

    fc.assert(
      fc.property(noise, (value) => {
        expect(typeof text(value).isLead).toBe('boolean')
        expect(typeof extractLead(aMail({ text: value, subject: value }), SETTINGS).isLead).toBe('boolean')
      }),
      { numRuns: 150 },
    )
  })

  // Twice the text may cost twice the time and a little more; a rule that goes back and forth costs four times as much. What is cheap
  // altogether may jump about on a busy machine, so only what costs something is compared, and the best of several tries counts.
  it.each([
    ['digits', '7'],
    ['numbers', '770 555 '],
    ['numbers in a row', '12, '],
    ['nested quotes', '>'],
    ['quote marks', '> > > a\n'],
    ['almost addresses', '12 Main Oak Hill '],
    ['addresses without an end', '1234 Fern Hill, Marietta GA 3006 '],
    ['names', 'Jane Smith '],
    ['one long line', 'word and word '],
    ['one long word', 'a-'],
    ['capitals', 'A'],
    ['a ruler', '-'],
    ['rulers', '-_=*~'],
    ['dots', '. '],
    ['punctuation', '!?.,;:-()[]<>"'],
    ['brackets', '(['],
    ['angle brackets', '<mailto:'],
    ['headers', 'From: a <a@b.co>\nTo: b\nSubject: c\n\n'],
    ['forwards', '---------- Forwarded message ---------\nFrom: A <a@b.co>\nDate: x\n\nhi\n'],
    ['attributions', 'On Mon, Apr 6, 2026 Bob <b@c.co> wrote:\n> '],
    ['labels', 'Name: a\n'],
    ['turns of a chat', 'Visitor: hi\nAgent: yo\n'],
    ['open elements', '<p><div>'],
    ['comments that never end', '<!--'],
  ])('grows no faster than its input on %s', (_, piece) => {
    const read = (length: number): void => {
      const hostile = piece.repeat(length / piece.length)
      extractLead(aMail({ text: hostile }), SETTINGS)
      extractLead({ ...aMail({ text: '' }), html: hostile }, SETTINGS)
      text(hostile)
    }
    read(1000)

    const half = bestOf(3, () => read(LONGEST_INPUT / 2))
    const whole = bestOf(3, () => read(LONGEST_INPUT))

    expect(whole).toBeLessThan(Math.max(2.9 * half, NOISE_MS))
  })
})

// Below it a cold cache or another process weighs more than the rules do; a quadratic one costs far more.
const NOISE_MS = 500

function bestOf(tries: number, work: () => void): number {
  const times = Array.from({ length: tries }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
