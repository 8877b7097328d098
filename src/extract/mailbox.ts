import type { Mailbox } from './extraction.ts'

const ADDRESS =
  /[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?\.[\p{L}]{2,24}/u

/** Parts `"Lee, Ann" <ann@example.com>`, `Ann Lee [mailto:ann@example.com]`, `ann@example.com`. */
export function parseMailbox(text: string): Mailbox {
  const address = ADDRESS.exec(text)?.[0]
  const name = (address ? text.replace(address, ' ') : text)
    .replace(/mailto:/giu, ' ')
    .replace(/[<>[\]()"]|^['‘’]|['‘’]$/gu, ' ')
    .replace(/\bvia\b.*$/iu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,;:]+|[\s,;:]+$/gu, '')
  return { ...(name !== '' && { name }), ...(address && { address: address.toLowerCase() }) }
}

const NO_REPLY =
  /^(?:no-?_?\.?reply|do-?not-?reply|no-?responder|ne-?pas-?repondre|nicht-?antworten|donotreply|not-?reply|mailer-daemon|postmaster|bounces?|notifications?|notificaciones|avisos|mensajes|alertes|notify|alerts?|wordpress|webmaster|www|www-data|forms?|form-submission|system|automated|auto|noreply.*|.*no-?reply|.*-noreply|robot|bot|mailer|website|web|sitio|formulaire|leads?|newlead|transcripts?|voicemail|messages|adf|receipts|support|service|summary|bookings?|newsletter|news|marketing|billing|email|contactform|webform|submissions?|dispatch|summary|updates?|.*(?:updates?|alerts?|tracking|outages?|notif\w*|statements?|notices?|confirmations?)|orders?|accounts?|offers?|promos?|surveys?|feedback|community|digest|inbox|(?:call|text|voicemail|missed)?-?recaps?|vm|calls?|chats?|texts?|sms|msgs?|receptionist|answering|call-?summar(?:y|ies))$/u

/** A mailbox that no customer reads: robots, notification senders, web servers. */
export function isRobot(mailbox: Mailbox): boolean {
  const local = mailbox.address?.split('@')[0]?.toLowerCase() ?? ''
  return NO_REPLY.test(local)
}

const RELAY_DOMAIN =
  /(?:^|\.)(?:messages?|messaging|msg|reply|replies|relay|inbound|mail-relay|txt|sms|mms|proxy|privaterelay|anon|conversations?|convo)\.|voice-google|txt\.voice\.google|privaterelay/u
const RELAY_LOCAL =
  /^(?:reply|replies|conversation|conv|thread|lead|msg|message|relay|r)[+_-]|[+-][\da-f]{8,}$|^[\da-f]{16,}$|^\+?\d{10,}(?:\.|$)/u

/** A masked address of a marketplace or an SMS gateway: it forwards for a while, and is nobody's own. */
export function isRelay(address: string): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  return RELAY_DOMAIN.test(domain) || RELAY_LOCAL.test(local)
}

const PUBLIC =
  /^(?:gmail|googlemail|yahoo|ymail|rocketmail|outlook|hotmail|live|msn|icloud|me|mac|aol|comcast|att|sbcglobal|bellsouth|verizon|charter|cox|earthlink|protonmail|proton|pm|gmx|mail|zoho|fastmail|hey|rogers|bell|shaw|telus|videotron|sympatico|windstream|frontier|centurylink|optonline|juno|netzero|example)\.(?:[a-z]{2,3}|co\.[a-z]{2})$/u

/** A provider that lends its domain to everybody; says nothing about where somebody works. */
export const isPublicDomain = (domain: string): boolean => PUBLIC.test(domain.toLowerCase())

export const domainOf = (address: string | undefined): string | undefined =>
  address?.split('@')[1]?.toLowerCase()
