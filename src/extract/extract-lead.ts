import { assembleExtraction, noLead } from './assemble.ts'
import { cleanText } from './clean-text.ts'
import type { ExtractInput, Extraction, ExtractSettings } from './extraction.ts'
import { collectOwnFacts } from './own-facts.ts'
import { readMail } from './read-mail.ts'
import { ENOUGH, readNote } from './read-note.ts'
import { shortenRuns } from './shorten-runs.ts'

/** More is not read; a mail of that length is a log, not a request. In UTF-16 units. */
export const LONGEST_INPUT = 200_000
const LONGEST_SUBJECT = 500

/** Reads a lead out of a typed text or an email. Pure and synchronous; what is no lead gives empty fields. */
export function extractLead(input: ExtractInput, settings: ExtractSettings): Extraction {
  const own = collectOwnFacts(input, settings)
  const cut = lengthOf(input) > LONGEST_INPUT
  if (input.kind === 'text') {
    const { findings, score } = readNote(cleanText(cutText(input.text)), own)
    const isLead = score >= ENOUGH || (input.certain === true && input.text.trim() !== '')
    return isLead ? assembleExtraction(findings, settings.country, cut) : noLead(cut)
  }
  const findings = readMail(shorten(input), own)
  if (!findings) return noLead(cut)
  const photos = input.attachments.map(({ name, url }) => (url ? `${name} (${url})` : name))
  const notes = photos.length > 0 ? [...findings.notes, `Attachments: ${photos.join(', ')}`] : findings.notes
  return assembleExtraction({ ...findings, notes }, settings.country, cut)
}

type Mail = Extract<ExtractInput, { kind: 'email' }>

function lengthOf(input: ExtractInput): number {
  return input.kind === 'text'
    ? input.text.length
    : Math.max(input.text?.length ?? 0, input.html?.length ?? 0)
}

function shorten(mail: Mail): Mail {
  return {
    ...mail,
    ...(mail.subject !== undefined && { subject: mail.subject.slice(0, LONGEST_SUBJECT) }),
    ...(mail.text !== undefined && { text: cutText(mail.text) }),
    ...(mail.html !== undefined && { html: mail.html.slice(0, LONGEST_INPUT) }),
  }
}

const cutText = (text: string): string => shortenRuns(text.slice(0, LONGEST_INPUT))
