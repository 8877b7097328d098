/** What sort of sender it is; says how the message is read and what the lead source is called. */
export const LAYOUT_KINDS = [
  'form',
  'marketplace',
  'chat',
  'call',
  'text-message',
  'answering-service',
  'router',
] as const
export type LayoutKind = (typeof LAYOUT_KINDS)[number]

/** A sender of lead notifications that is known by name. Adding one takes an entry here and an example in the tests. */
export type Layout = {
  /** As people call it; becomes the lead source. */
  readonly name: string
  readonly kind: LayoutKind
  /** Tested on `Display Name <address>` of the sender. */
  readonly sender: RegExp
  /** Words that only its messages have; needed for forwards, where the sender is somebody else. */
  readonly body?: RegExp
  /** Its messages that are no leads: summaries, bills, advice. Tested on subject and first lines. */
  readonly noLead?: RegExp
  /** The same, and although they name a customer: jobs that stand in the books already. Tested on the subject. */
  readonly settled?: RegExp
}
