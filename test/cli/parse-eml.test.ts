import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { InputError, readRecords } from '../../src/cli/lead-records.ts'
import { parseEml } from '../../src/cli/parse-eml.ts'

const eml = (lines: readonly string[]): Uint8Array => Buffer.from(lines.join('\r\n'))

describe('parseEml', () => {
  it('reads encoded headers, both bodies and the names of attachments', () => {
    const file = parseEml(
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
      from: [{ original: 'Renée Dubois <renee@example.com>' }],
      attachments: [{ filename: 'elm.jpg', mimetype: 'image/jpeg' }],
    })
    expect(file.plain_text.trim()).toBe('I’d like a quote')
    expect(file.simplified_html.trim()).toBe('<p>quote</p>')
  })

  it('reads a message without MIME', () => {
    expect(parseEml(eml(['Subject: Oak', '', 'Please call.']))).toMatchObject({
      subject: 'Oak',
      plain_text: 'Please call.',
    })
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
