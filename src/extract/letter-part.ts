import type { Mailbox } from './extraction.ts'
import type { Segment } from './mail-thread.ts'
import type { SignedText } from './signature.ts'

/** One message of a thread between people: who wrote it, and its text parted from the signature. */
export type LetterPart = {
  readonly segment: Segment
  readonly author: Mailbox | undefined
  readonly signed: SignedText
}
