import type { KnownBlock } from '@slack/types'
import type { SlackSettings } from '../settings.ts'

/** What `chat.postMessage` and `chat.update` take. `text` stands in notifications and is what screen readers read. */
export type Message = { readonly text: string; readonly blocks: KnownBlock[] }

/** What the words about a lead depend on besides the lead. */
export type MessageContext = {
  readonly settings: Pick<
    SlackSettings,
    'jobUrl' | 'clientUrl' | 'officeChannel' | 'accountNames' | 'accountTimeZones'
  >
  /** Epoch ms. */
  readonly now: number
}
