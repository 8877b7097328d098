import { describe, expect, it } from 'vitest'
import { splitThread } from '../../src/extract/mail-thread.ts'

const ASK = 'Can you take a look at our oak?'

describe('splitThread', () => {
  it.each([
    [
      'Gmail',
      '---------- Forwarded message ---------\nFrom: Ann Lee <ann@example.com>\nDate: Mon, Apr 6, 2026 at 6:12 PM\nSubject: Oak\nTo: <me@us.example>',
    ],
    [
      'Outlook',
      '________________________________\nFrom: Ann Lee <ann@example.com>\nSent: Thursday, March 19, 2026 9:05 AM\nTo: Me <me@us.example>\nSubject: Oak',
    ],
    [
      'Apple Mail',
      'Begin forwarded message:\n\nFrom: Ann Lee <ann@example.com>\nSubject: Oak\nDate: April 1, 2026 at 7:44:10 AM EDT\nTo: me@us.example',
    ],
    [
      'Yahoo',
      '----- Forwarded Message ----- From: Ann Lee <ann@example.com>To: "me@us.example" <me@us.example>Sent: Sunday, April 6, 2026 at 08:15:01 PM CDTSubject: Oak',
    ],
    [
      'Outlook in German',
      'Von: Ann Lee <ann@example.com>\nGesendet: Dienstag, 3. März 2026 08:14\nAn: me@us.example\nBetreff: Oak',
    ],
    [
      'Outlook in Spanish',
      'De: Ann Lee <ann@example.com>\nEnviado el: lunes, 9 de marzo de 2026 17:40\nPara: me@us.example\nAsunto: Oak',
    ],
    [
      'Apple Mail in French',
      'Début du message réexpédié :\n\nDe: Ann Lee <ann@example.com>\nObjet: Oak\nDate: 12 mai 2026 à 08:14:51 HAE\nÀ: me@us.example',
    ],
  ])('finds who wrote a forward of %s', (_, header) => {
    const [top, inner, ...more] = splitThread(`FYI\n\n${header}\n\n${ASK}`)

    expect(top?.lines.join('').trim()).toBe('FYI')
    expect(inner).toMatchObject({
      from: { name: 'Ann Lee', address: 'ann@example.com' },
      subject: 'Oak',
      how: 'forwarded',
    })
    expect(inner?.lines.join('\n').trim()).toBe(ASK)
    expect(more).toEqual([])
  })

  it('reads a forward of a forward inside quote marks', () => {
    const text = [
      'Begin forwarded message:',
      '',
      '> From: Sue <sue@example.com>',
      '> Subject: Fwd: Oak',
      '>',
      '>> Begin forwarded message:',
      '>>',
      '>> From: Ann Lee <ann@example.com>',
      '>> Subject: Oak',
      '>>',
      `>> ${ASK}`,
    ].join('\n')

    const segments = splitThread(text)

    expect(segments.map(({ from }) => from?.address)).toEqual([
      undefined,
      'sue@example.com',
      'ann@example.com',
    ])
    expect(segments[2]?.lines).toContain(ASK)
  })

  it('tells a reply from the history under it', () => {
    const text = `${ASK}\n\nOn Tue, Apr 7, 2026 at 8:02 AM Tree Co\n<office@us.example> wrote:\n\n> Hi Ann,\n> does Tuesday suit you?`

    const [top, quoted] = splitThread(text)

    expect(top?.lines.join('\n').trim()).toBe(ASK)
    expect(quoted).toMatchObject({ how: 'quoted', from: { name: 'Tree Co', address: 'office@us.example' } })
    expect(quoted?.lines).toContain('does Tuesday suit you?')
  })

  it('keeps an answer that stands below the quote with its writer', () => {
    const segments = splitThread(`> Are you still looking?\n> Nadia\n\n${ASK}`)

    expect(segments.find(({ how }) => how === 'top')?.lines).toContain(ASK)
    expect(segments.find(({ how }) => how === 'quoted')?.lines).toContain('Nadia')
  })
})
