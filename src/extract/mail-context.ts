import type { ExtractInput } from './extraction.ts'
import type { Layout } from './layouts/layout.ts'
import type { Segment } from './mail-thread.ts'
import type { OwnFacts } from './own-facts.ts'

export type Mail = Extract<ExtractInput, { kind: 'email' }>

/** A mail and what is known of it before it is read. */
export type MailContext = {
  readonly subject: string
  readonly layout: Layout | undefined
  readonly mail: Mail
  readonly own: OwnFacts
  readonly segments: readonly Segment[]
}
