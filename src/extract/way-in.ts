import { isBrandOf } from './alert-sender.ts'
import type { Mailbox } from './extraction.ts'
import { sourceOfLayout } from './find-source.ts'
import type { Found } from './found.ts'
import type { Layout } from './layouts/layout.ts'
import { isOwnAddress, type OwnFacts } from './own-facts.ts'

/** The source of what our own web server sends. */
export const WEBSITE: Found<string> = {
  value: 'Website form',
  confidence: 'likely',
  origin: 'from the kind of message',
}

/** A service that nobody told us of is called as it calls itself, unless it only carries our own form. */
export function wayOfUnknown(sender: Mailbox | undefined, text: string, own: OwnFacts): Found<string> {
  const name = sender?.name?.replace(/^.*\bvia\b\s*/iu, '').trim()
  const isForm = /\b(?:web ?site|web|forms?|submi\w+|page|widget|wordpress)\b/iu.test(`${name} ${text}`)
  const isBrand = name !== undefined && isBrandOf({ ...sender, name })
  if (isForm || !name || !isBrand || isOwnAddress(sender?.address, own)) return WEBSITE
  return { value: name, confidence: 'likely', origin: 'the sender' }
}

/** How a lead came by the layout of its mail. */
export const wayOf = (layout: Layout, text: string): Found<string> => ({
  value: sourceOfLayout(layout, text),
  confidence: 'likely',
  origin: 'from the kind of message',
})
