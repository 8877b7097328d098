import type { KnownBlock } from '@slack/types'
import { formatAddress } from '../../lead/address.ts'
import type { LeadContent } from '../../lead/lead.ts'
import { cutWithEllipsis } from '../../lead/limits.ts'
import { formatPhone } from '../../lead/phone.ts'
import { button } from '../blocks/button.ts'
import { actions, context, section } from '../blocks/layout.ts'
import { escapeLine } from '../escape.ts'
import { ACTIONS } from '../ids.ts'
import { customerName } from '../messages/customer-name.ts'
import { formatLocalStart } from '../messages/local-time.ts'
import { allThatIsSent, type Sending } from './all-that-is-sent.ts'

type Content = Omit<LeadContent, 'client'>

const NEED_SHOWN = 200

/** Three lines of what will be written; with `all`, everything that is sent for the client that is ticked. */
export function preview(
  content: Content,
  options: Sending & {
    readonly all: boolean
    /** Things to check before confirming, a line each: an assumed area code, a reading from a signature. */
    readonly hints: readonly string[]
  },
): KnownBlock[] {
  const need = content.need ? escapeLine(cutWithEllipsis(content.need, NEED_SHOWN)) : 'No description'
  const lines = [who(content, options.country), formatAddress(content.address), need]
    .map((line, index) => (index === 2 ? line : escapeLine(line)))
    .filter(Boolean)
  const toggle = button({
    text: options.all ? 'Show less' : 'Show all that is sent',
    actionId: ACTIONS.showAll,
    value: options.all ? 'less' : 'all',
  })
  return [
    section({ blockId: 'preview', text: lines.join('\n') }),
    context(
      [escapeLine(summary(content)), ...options.hints.map((hint) => `⚠ ${escapeLine(hint, 200)}`)],
      'summary',
    ),
    ...(options.all ? allThatIsSent(content, options) : []),
    actions([toggle], 'show-all'),
  ]
}

function who(content: Content, country: string): string {
  const { mobile, phone, email } = content.contact
  const numbers = [mobile, phone].filter((number) => number !== undefined)
  const name = customerName({ content: { ...content, client: { kind: 'undecided' } } })
  return [name, ...numbers.map((number) => formatPhone(number, country)), email].filter(Boolean).join(' · ')
}

function summary({ operation, source, task }: Content): string {
  return [
    operation.name,
    source,
    task ? `${task.name}, ${formatLocalStart(task.start, task.allDay)}` : 'No follow-up',
  ]
    .filter(Boolean)
    .join(' · ')
}
