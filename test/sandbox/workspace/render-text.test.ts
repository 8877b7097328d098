import { expect, it } from 'vitest'
import { readMrkdwn, renderMessage, renderView } from '../../../src/sandbox/workspace/render-text.ts'
import { anInput, text } from './bolt-app.ts'

it.each([
  ['*bold* and _slanted_', 'bold and slanted'],
  ['2*3*4 stays', '2*3*4 stays'],
  ['<https://example.com|the map>', 'the map'],
  ['<mailto:ann@example.com|ann@example.com>', 'ann@example.com'],
  ['<tel:+17705550123>', '+17705550123'],
  ['<@U1> in <#C1|leads>', '@Ana Ruiz in #leads'],
  ['<!date^1760000000^{date}|October 9>', 'October 9'],
  ['Smith &amp; Sons &lt;office&gt;', 'Smith & Sons <office>'],
])('reads %s as a person does', (mrkdwn, read) => {
  expect(readMrkdwn(mrkdwn, (id) => (id === 'U1' ? 'Ana Ruiz' : undefined))).toBe(read)
})

it('writes a modal as lines: fields with values, choices, errors and buttons', () => {
  const choice = (value: string) => ({ text: text(value), value })
  const rendered = renderView({
    type: 'modal',
    title: 'New lead',
    blocks: [
      { ...anInput('phone', 'Phone', {}, { hint: text('With area code') }), optional: false },
      anInput('mail', 'Email', { placeholder: text('name@example.com') }),
      anInput('next', 'Follow-up', { type: 'radio_buttons', options: [choice('None'), choice('Call')] }),
      { type: 'actions', elements: [{ type: 'button', text: text('Fill in') }] },
    ].map((block) => JSON.parse(JSON.stringify(block))),
    state: {
      values: {
        phone: { phone_input: { type: 'plain_text_input', value: '770' } },
        next: { next_input: { type: 'radio_buttons', selected_option: choice('Call') } },
      },
    },
    errors: { phone: 'Too short' },
    banner: undefined,
    submit: 'Save',
    close: undefined,
  })

  expect(rendered.split('\n')).toEqual([
    '== New lead ==',
    'Phone: 770',
    '  (With area code)',
    '  ! Too short',
    'Email (optional): (name@example.com)',
    'Follow-up (optional):',
    '  ( ) None',
    '  (•) Call',
    '[Fill in]',
    '',
    '[Close] [Save]',
  ])
})

it('writes a message by its blocks, else by its text, with its files', () => {
  const card = {
    text: 'fallback',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: '*Jane Smith*\n770' } },
      { type: 'actions', elements: [{ type: 'button', text: text('Look again') }] },
    ],
  }

  expect(renderMessage(card)).toBe('Jane Smith\n770\n[Look again]')
  expect(renderMessage({ text: '', files: [{ title: 'Need a quote' }] })).toBe('(file: Need a quote)')
})
