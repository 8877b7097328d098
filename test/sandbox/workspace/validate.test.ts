import type { KnownBlock } from '@slack/types'
import { describe, expect, it } from 'vitest'
import { validateMessage } from '../../../src/sandbox/workspace/validate/validate-message.ts'
import { validateView } from '../../../src/sandbox/workspace/validate/validate-view.ts'
import { aModal, anInput, text } from './bolt-app.ts'

const long = (length: number) => 'x'.repeat(length)
const option = (value: string, caption = value) => ({ text: text(caption), value })
const options = (count: number) => Array.from({ length: count }, (_item, index) => option(`o${index}`))
const button = (change: Record<string, unknown>) => ({
  type: 'button',
  text: text('Go'),
  action_id: 'go',
  ...change,
})
const row = (...elements: unknown[]) => ({ type: 'actions', block_id: 'row', elements }) as KnownBlock
const section = (change: Record<string, unknown>) => ({ type: 'section', ...change }) as unknown as KnownBlock
const select = (change: Record<string, unknown>) => anInput('s', 'S', { type: 'static_select', ...change })

const pointers = (view: unknown) => validateView(view).map((problem) => problem.pointer)

describe('a view', () => {
  it('passes with everything at its limit', () => {
    const view = aModal({
      title: text(long(24)),
      private_metadata: long(3000),
      blocks: [
        anInput(long(255), long(2000), {
          action_id: long(255),
          initial_value: long(3000),
          placeholder: text(long(150)),
        }),
        select({
          options: Array.from({ length: 100 }, (_item, index) => option(`${index}`.padEnd(150), long(75))),
        }),
        row(
          ...Array.from({ length: 25 }, (_item, index) =>
            button({ action_id: `a${index}`, value: long(2000) }),
          ),
        ),
        ...Array.from({ length: 97 }, (): KnownBlock => ({ type: 'divider' })),
      ],
    })

    expect(validateView(view)).toEqual([])
  })

  it.each([
    ['a long title', aModal({ title: text(long(25)) }), '/title/text'],
    ['an empty title', aModal({ title: text('') }), '/title/text'],
    ['no title', { type: 'modal', blocks: [] }, ''],
    ['a long submit', aModal({ submit: text(long(25)) }), '/submit/text'],
    ['long private metadata', aModal({ private_metadata: long(3001) }), '/private_metadata'],
    ['a long callback id', aModal({ callback_id: long(256) }), '/callback_id'],
    ['a hundred and one blocks', aModal({ blocks: Array(101).fill({ type: 'divider' }) }), '/blocks'],
    ['a field that Slack does not know', { ...aModal(), colour: 'red' }, ''],
    ['an input without submit', { type: 'modal', title: text('T'), blocks: [anInput('a', 'A')] }, '/submit'],
    ['a block that is no block', aModal({ blocks: [{ type: 'sofa' } as never] }), '/blocks/0/type'],
    ['markdown', aModal({ blocks: [{ type: 'markdown', text: '*' }] }), '/blocks/0/type'],
    [
      'two blocks of one id',
      aModal({ blocks: [anInput('a', 'A'), anInput('a', 'B')] }),
      '/blocks/1/block_id',
    ],
    ['two actions of one id', aModal({ blocks: [row(button({}), button({}))] }), '/blocks/0'],
    ['an empty row', aModal({ blocks: [row()] }), '/blocks/0/elements'],
    [
      'a long button',
      aModal({ blocks: [row(button({ text: text(long(76)) }))] }),
      '/blocks/0/elements/0/text/text',
    ],
    [
      'a button in mrkdwn',
      aModal({ blocks: [row(button({ text: { type: 'mrkdwn', text: 'x' } }))] }),
      '/blocks/0/elements/0/text/type',
    ],
    ['a long value', aModal({ blocks: [row(button({ value: long(2001) }))] }), '/blocks/0/elements/0/value'],
    ['an empty section', aModal({ blocks: [section({})] }), '/blocks/0'],
    [
      'eleven fields',
      aModal({ blocks: [section({ fields: Array(11).fill(text('x')) })] }),
      '/blocks/0/fields',
    ],
    ['no options', aModal({ blocks: [select({ options: [] })] }), '/blocks/0/element/options'],
    [
      'too many options',
      aModal({ blocks: [select({ options: options(101) })] }),
      '/blocks/0/element/options',
    ],
    ['neither options nor groups', aModal({ blocks: [select({})] }), '/blocks/0/element'],
    [
      'a long option',
      aModal({ blocks: [select({ options: [option('a', long(76))] })] }),
      '/blocks/0/element/options/0/text/text',
    ],
    [
      'a long option value',
      aModal({ blocks: [select({ options: [option(long(151), 'a')] })] }),
      '/blocks/0/element/options/0/value',
    ],
    [
      'a preset that is no option',
      aModal({ blocks: [select({ options: options(2), initial_option: option('gone') })] }),
      '/blocks/0/element/initial_option',
    ],
    [
      'eleven radio buttons',
      aModal({ blocks: [anInput('r', 'R', { type: 'radio_buttons', options: options(11) })] }),
      '/blocks/0/element/options',
    ],
    ['a button as an input', aModal({ blocks: [anInput('b', 'B', button({}))] }), '/blocks/0/element/type'],
    [
      'a preset longer than the field',
      aModal({ blocks: [anInput('a', 'A', { max_length: 5, initial_value: 'too long' })] }),
      '/blocks/0/element/initial_value',
    ],
    [
      'a number without its kind',
      aModal({ blocks: [anInput('n', 'N', { type: 'number_input' })] }),
      '/blocks/0/element',
    ],
    [
      'a date in another form',
      aModal({ blocks: [anInput('d', 'D', { type: 'datepicker', initial_date: '1/2/2027' })] }),
      '/blocks/0/element/initial_date',
    ],
    [
      'two fields with the focus',
      aModal({
        blocks: [anInput('a', 'A', { focus_on_load: true }), anInput('b', 'B', { focus_on_load: true })],
      }),
      '/blocks/1',
    ],
  ])('is refused with %s', (_case, view, pointer) => {
    expect(pointers(view)).toEqual([pointer])
  })

  it('is refused on Home for inputs that only modals have', () => {
    const blocks = [anInput('e', 'E', { type: 'email_text_input' })]

    expect(pointers({ type: 'home', blocks })).toEqual(['/blocks/0/element/type'])
    expect(pointers(aModal({ blocks }))).toEqual([])
  })

  it('says it in the words of Slack', () => {
    expect(validateView(aModal({ title: text(long(25)) }))).toEqual([
      { message: 'must be less than 25 characters', pointer: '/title/text' },
    ])
  })
})

describe('a message', () => {
  it.each([
    ['fifty-one blocks', { blocks: Array(51).fill({ type: 'divider' }) }, '/blocks'],
    ['an alert', { blocks: [{ type: 'alert', text: text('x') }] }, '/blocks/0/type'],
    ['a long header', { blocks: [{ type: 'header', text: text(long(151)) }] }, '/blocks/0/text/text'],
    ['a long section', { blocks: [section({ text: text(long(3001)) })] }, '/blocks/0/text/text'],
    [
      'eleven context elements',
      { blocks: [{ type: 'context', elements: Array(11).fill(text('x')) }] },
      '/blocks/0/elements',
    ],
  ])('is refused with %s', (_case, message, pointer) => {
    expect(validateMessage(message).map((problem) => problem.pointer)).toEqual([pointer])
  })

  it('may be text alone', () => {
    expect(validateMessage({ text: 'hello' })).toEqual([])
  })
})
