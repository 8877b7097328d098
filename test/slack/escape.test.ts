import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escapeLine, escapeText, toLink } from '../../src/slack/escape.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  // What attacks are made of, more often than chance would have it.
  fc
    .array(
      fc.constantFrom(
        '<!channel>',
        '<@U1>',
        '&',
        '<',
        '>',
        '*',
        '_',
        '~',
        '`',
        '```',
        '\n',
        ' ',
        'a',
        '👩‍👩‍👧',
        'שם',
        '\u202e',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
)

const readBack = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

describe('escapeText', () => {
  it.each([
    ['a mention of everybody', '<!channel> hi', '&lt;!channel&gt; hi'],
    ['a mention of a person', '<@U123>', '&lt;@U123&gt;'],
    ['an entity that the customer wrote', 'Smith &amp; Sons', 'Smith &amp;amp; Sons'],
    ['bold', 'the *big* oak', 'the ∗big∗ oak'],
    ['italics', 'the _big_ oak', 'the ˍbigˍ oak'],
    ['struck out', '~old~ new', '∼old∼ new'],
    ['code', '```rm```', 'ˋˋˋrmˋˋˋ'],
    ['full-width marks, which Slack reads too', '＊big＊', '∗big∗'],
    ['a quoted line', 'He said:\n> cut it', 'He said:\n› cut it'],
    ['a quoted line behind spaces', '  >> cut it', '  ›› cut it'],
    ['a sign that quotes nothing', 'oak > 40 ft', 'oak &gt; 40 ft'],
    ['an email address', 'jane_smith_2@example.com', 'jane_smith_2@example.com'],
    ['Windows line ends', 'one\r\ntwo', 'one\ntwo'],
    ['control characters', 'a\u0000b\u001bc', 'abc'],
    ['half an emoji', 'oak \ud83c', 'oak \ufffd'],
    ['an override of the writing direction', 'oak\u202e123', 'oak123'],
  ])('makes %s inert', (_what, text, shown) => {
    expect(escapeText(text)).toBe(shown)
  })

  it('isolates right-to-left text, so that a number behind it keeps its place', () => {
    expect(escapeText('שרה כהן')).toBe('\u2068שרה כהן\u2069')
  })

  it('leaves nothing that Slack reads as markup', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = escapeText(text)

        expect(shown).not.toMatch(/[<>*~`＊～｀＿]/u)
        expect(shown.replaceAll(/&(amp|lt|gt);/gu, '')).not.toContain('&')
        expect(shown).not.toMatch(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/u)
        expect(shown).not.toMatch(/^\s*&gt;/mu)
        expect(shown.isWellFormed()).toBe(true)
      }),
    )
  })

  it('keeps letters, digits and emoji as they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'Z', '7', ' ', 'é', '👩‍👩‍👧', '&', '<') }),
        (text) => {
          expect(readBack(escapeText(text))).toBe(text)
        },
      ),
    )
  })

  it('keeps within its cap without breaking an entity or a grapheme', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 3, max: 120 }), (text, cap) => {
        const shown = escapeText(text, cap)

        expect(shown.length).toBeLessThanOrEqual(cap)
        expect(shown.replaceAll(/&(amp|lt|gt);/gu, '')).not.toContain('&')
        expect(shown.isWellFormed()).toBe(true)
      }),
    )
  })

  it('says that it cut', () => {
    expect(escapeText('a&b&c', 8)).toBe('a&amp;b…')
  })
})

describe('escapeLine', () => {
  it('brings a text of several lines onto one', () => {
    expect(escapeLine(' 200 Main St\n\n Marietta\u2028GA ')).toBe('200 Main St Marietta GA')
  })
})

describe('toLink', () => {
  it('keeps a URL and its label apart, whatever they hold', () => {
    expect(toLink('https://x.example/?a=1&b=<|>', 'A | <b>\n*c*')).toBe(
      '<https://x.example/?a=1&amp;b=%3C%7C%3E|A | &lt;b&gt; ∗c∗>',
    )
  })

  it('is nothing where there is nothing to press', () => {
    expect(toLink('mailto: ', ' \n ')).toBe('')
  })
})
