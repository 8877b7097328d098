import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { InputError, readRecords } from '../../src/cli/lead-records.ts'
import { parseEml } from '../../src/cli/parse-eml.ts'

const eml = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'))

describe('parseEml', () => {
  it('reads encoded headers, both bodies and the names of attachments', async () => {
    const file = await parseEml(
      eml([
        'From: =?UTF-8?Q?Ren=C3=A9e_Dubois?= <renee@example.com>',
        'Subject: =?utf-8?B?RWxtIOKAkyBxdW90ZQ==?=',
        'Content-Type: multipart/mixed; boundary="b1"',
        '',
        '--b1',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'I=E2=80=99d like a quo=',
        'te',
        '--b1',
        'Content-Type: text/html',
        '',
        '<p>quote</p>',
        '--b1',
        'Content-Type: image/jpeg',
        'Content-Disposition: attachment; filename="elm.jpg"',
        '',
        'AAAA',
        '--b1--',
      ]),
    )

    expect(file).toMatchObject({
      subject: 'Elm – quote',
      from: [{ name: 'Renée Dubois', address: 'renee@example.com' }],
      attachments: [{ filename: 'elm.jpg', mimetype: 'image/jpeg' }],
    })
    expect(file.plain_text).toContain('I’d like a quote')
    expect(file.simplified_html).toContain('<p>quote</p>')
  })

  it('reads a message without MIME', async () => {
    const file = await parseEml(eml(['Subject: Oak', '', 'Please call.']))

    expect(file.subject).toBe('Oak')
    expect(file.plain_text.trim()).toBe('Please call.')
  })

  it('reads folded headers, quoted commas, long file names and other alphabets', async () => {
    const file = await parseEml(
      Buffer.from(
        [
          'From: "Lee, Ann" <ann@example.com>',
          'Reply-To: Ann',
          ' <ann.lee@example.net>',
          'To: Office: a@example.org, b@example.org;',
          'Content-Type: multipart/mixed; boundary=b',
          '',
          '--b',
          'Content-Type: text/plain; charset=iso-8859-1',
          'Content-Transfer-Encoding: 8bit',
          '',
          'ch\xeane',
          '--b',
          'Content-Type: application/pdf',
          "Content-Disposition: attachment; filename*0*=utf-8''plan%20; filename*1=a.pdf",
          '',
          'AAAA',
          '--b--',
        ].join('\r\n'),
        'latin1',
      ),
    )

    expect(file.from).toEqual([{ name: 'Lee, Ann', address: 'ann@example.com' }])
    expect(file.headers.reply_to).toEqual([{ name: 'Ann', address: 'ann.lee@example.net' }])
    expect(file.to.map(({ address }) => address)).toEqual(['a@example.org', 'b@example.org'])
    expect(file.plain_text.trim()).toBe('chêne')
    expect(file.attachments).toEqual([{ filename: 'plan a.pdf', mimetype: 'application/pdf' }])
  })
})

describe('readRecords', () => {
  it.each([
    ['not json', 'leads.jsonl, line 1 is no JSON'],
    ['{"slack":{}}', 'leads.jsonl, line 1 has no "id"'],
    ['{"id":"a"}', 'leads.jsonl, line 1 has no "slack"'],
    ['[1]', 'leads.jsonl, line 1 is no JSON object'],
  ])('says what is wrong with %s', (line, problem) => {
    expect(() => readRecords(line, 'leads.jsonl')).toThrow(InputError)
    expect(() => readRecords(line, 'leads.jsonl')).toThrow(problem)
  })
})
