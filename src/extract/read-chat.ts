import type { Conversation } from './conversation.ts'
import { type Findings, type Found, mergeFindings, NOTHING } from './found.ts'
import { readLabelledLines } from './labelled-lines.ts'
import type { LabelField } from './labels.ts'
import type { MailContext } from './mail-context.ts'
import { readForm } from './read-form.ts'
import { readExchange } from './read-note.ts'
import { readProse } from './read-prose.ts'
import { wayOf } from './way-in.ts'

// What the program knew of a visitor stands above the chat.
const KNOWN_BEFORE: ReadonlySet<LabelField> = new Set(['email', 'phone', 'mobile', 'address', 'company'])

// "Reason: Branch on the power line, utility says to hire a tree company" above the transcript.
function summaryAbove(text: string, { label }: Conversation): readonly string[] {
  const lines = text.split('\n')
  const start = lines.findIndex((line) => line.trim().toLowerCase().startsWith(`${label.toLowerCase()}:`))
  const { pairs } = readLabelledLines(lines)
  return pairs
    .filter(({ field, label: said, value }) => field === 'message' && said !== label && value.length > 30)
    .filter(({ value }) => {
      const at = lines.findIndex((line) => line.includes(value.split('\n')[0] ?? value))
      return at >= 0 && (start < 0 || at < start || !TRANSCRIPT.test(lines.slice(0, at).join('\n')))
    })
    .map(({ value }) => value)
}

const TRANSCRIPT = /^\W*(?:(?:full|chat|call) )?transcript\b/imu

// The same street above the chat, with town and postal code.
function withWholePlace(exchange: Findings, known: Findings): Findings {
  const [said] = exchange.addresses
  const [written] = known.addresses
  const isSame =
    said?.value.street !== undefined &&
    said.value.street.toLowerCase() === written?.value.street?.toLowerCase()
  return isSame && written ? { ...exchange, addresses: [written, ...exchange.addresses.slice(1)] } : exchange
}

/** Reads the transcript of a chat, and what stands above it. */
export function readChat(
  conversation: Conversation,
  { subject, layout, own }: MailContext,
  text: string,
): Findings {
  const heading = readForm(
    readLabelledLines(text.split('\n')).pairs.filter(
      ({ field }) => field !== undefined && KNOWN_BEFORE.has(field),
    ),
    own,
  )
  const named = readProse(
    conversation.rest.filter((line) => line.includes(conversation.label)).join('\n'),
    own,
    'from above the chat',
  )
  const known = mergeFindings(heading, {
    ...NOTHING,
    phones: named.phones,
    ...(named.email && { email: named.email }),
  })
  const exchange = readExchange(conversation, own).findings
  const told = summaryAbove(text, conversation)
  const findings = mergeFindings(
    { ...withWholePlace(exchange, known), notes: [...told, ...exchange.notes] },
    { ...known, notes: [] },
  )
  const way: Found<string> = layout
    ? wayOf(layout, `${subject}\n${text}`)
    : { value: 'Website chat', confidence: 'likely', origin: 'from the kind of message' }
  return { ...findings, source: findings.source ?? way }
}
