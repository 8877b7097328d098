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
  const findings = mergeFindings(readExchange(conversation, own).findings, { ...known, notes: [] })
  const way: Found<string> = layout
    ? wayOf(layout, `${subject}\n${text}`)
    : { value: 'Website chat', confidence: 'likely', origin: 'from the kind of message' }
  return { ...findings, source: findings.source ?? way }
}
