import type { InputBlock, KnownBlock } from '@slack/types'
import type { CustomField } from '../../../intake/custom-fields.ts'
import type { Draft } from '../../../lead/draft.ts'
import { context } from '../../blocks/layout.ts'
import { BLOCK_LIMITS } from '../../blocks/limits.ts'
import { escapeLine } from '../../escape.ts'
import { customFieldBlocks } from './custom-field.ts'

// All that the form may show besides: notice, account, pasted text, what is remembered, offer, contact with its parts, choices, need with
// its rest, operation, follow-up with a picked time, job name, what is left out, and the toggle. An update must not push a field out.
const OTHER_BLOCKS = 45
const MOST = BLOCK_LIMITS.modalBlocks - OTHER_BLOCKS
const NAMES_SHOWN = 1500

export type FieldsWithRoom = {
  readonly short: readonly InputBlock[]
  readonly more: readonly InputBlock[]
  /** Says which ones Slack has no room for; empty when there are none. */
  readonly left: readonly KnownBlock[]
}

/** The account's inputs as far as Slack has room for them; those of the short form before others. */
export function customFieldsWithRoom(draft: Draft, fields: readonly CustomField[]): FieldsWithRoom {
  const inOrder = fields.toSorted((a, b) => Number(a.place === 'more') - Number(b.place === 'more'))
  const withBlocks = inOrder
    .map((field) => ({ field, blocks: customFieldBlocks(draft, field) }))
    .filter(({ blocks }) => blocks.length > 0)
  const shown = withBlocks.slice(0, MOST)
  const blocksOf = (place: CustomField['place']) =>
    shown.filter(({ field }) => field.place === place).flatMap(({ blocks }) => blocks)
  const names = withBlocks.slice(MOST).map(({ field }) => field.input.name)
  const text = `Slack has no room for ${names.length} more. Please fill them in in SingleOps: ${names.join(', ')}`
  return {
    short: blocksOf('short'),
    more: blocksOf('more'),
    left: names.length > 0 ? [context([escapeLine(text, NAMES_SHOWN)], 'no-room')] : [],
  }
}
