import { extractLead } from '../extract/extract-lead.ts'
import { readMessage } from '../slack/message-source.ts'

/** Reads a Slack message, whatever it is. */
export type LeadReader = (message: unknown) => ExtractionResult
export type ExtractionResult = ReturnType<typeof extractLead>

export function toLeadReader(settings: Parameters<typeof extractLead>[1]): LeadReader {
  return (message) => extractLead(readMessage(message).input, settings)
}
