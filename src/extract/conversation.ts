import type { OwnFacts } from './own-facts.ts'
import { mentionsOwnName } from './own-facts.ts'

/** A chat or an exchange of text messages. */
export type Conversation = {
  /** What the customer wrote, one message a line. */
  readonly customer: readonly string[]
  /** The name or number that stands before the customer's messages. */
  readonly speaker: string
  /** The same as it is written. */
  readonly label: string
  /** Lines that nobody of the two said. */
  readonly rest: readonly string[]
  /** Answers to "your name?" and the like, by what was asked. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
}

const STAMP = String.raw`(?:[[(]?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?,? )?\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?[\])]?\s*[-–]?\s*)?`
const TURN = new RegExp(
  String.raw`^\s*${STAMP}(\+?\(?[\p{L}\d][\p{L}\d_ '’.()#&+-]{0,40}?)(?:\s*[[(]\d{1,2}:\d{2}[^\])]{0,8}[\])]|\s+[—–|-]\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?\s?:\s+(\S.*)$`,
  'iu',
)
const AGENT =
  /\b(?:bot|agent|assistant|support|operator|team|staff|rep|representative|office|us|me|you|concierge|system|admin|ai|virtual|chat ?bot|receptionist|dispatcher)\b/iu
const CUSTOMER =
  /^(?:visitor|guest|customer|client|user|caller|website visitor|lead|prospect|them|homeowner|anonymous|contact)\b/iu

// Nobody chats longer with somebody who trims trees.
const MOST_LINES = 600

const STAMPED =
  /^\s*(\+?[\p{L}\d(][\p{L}\d_ '’.()#&+-]{0,40}?)(?:\s*[,—–|-])?\s+[[(]?\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?[\])]?\s*:?\s*$/iu

// "(3:02 PM) sage-otter-22", "[20:14:05] Guest"
const STAMPED_BEFORE =
  /^\s*[[(]?\d{1,2}:\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?)?[\])]?\s*[-–—|]?\s*(\p{L}[\p{L}\d_ '’.()#&+-]{0,40}?)\s*:?\s*$/iu

// Who and when stand above what was said: "Prue Castleberry (3:01 PM)".
function joinTurns(lines: readonly string[]): readonly string[] {
  const speakers = lines.map((line) => (STAMPED.exec(line) ?? STAMPED_BEFORE.exec(line))?.[1]?.trim())
  if (speakers.filter((speaker) => speaker !== undefined).length < 3) return lines
  const joined: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const speaker = speakers[at]
    const next = lines[at + 1] ?? ''
    if (speaker === undefined || next.trim() === '' || speakers[at + 1] !== undefined)
      joined.push(lines[at] ?? '')
    else {
      joined.push(`${speaker}: ${next.trim()}`)
      at += 1
    }
  }
  return joined
}

/** Takes turns apart; undefined when the lines are no exchange. */
export function readConversation(given: readonly string[], own: OwnFacts): Conversation | undefined {
  const lines = joinTurns(given.slice(0, MOST_LINES))
  const turns = lines.map((line) => TURN.exec(line))
  const counts = new Map<string, number>()
  for (const turn of turns) if (turn?.[1]) counts.set(keyOf(turn[1]), (counts.get(keyOf(turn[1])) ?? 0) + 1)
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const repeated = [...counts.values()].some((count) => count >= 2)
  // Questions and answers of a call sheet are labels.
  if (counts.has('q') && counts.has('a')) return undefined
  if (total < 3 || !repeated || counts.size > total * 0.7) return undefined
  const speaker = customerOf([...counts.keys()], turns, own)
  if (speaker === undefined) return undefined
  return collect(lines, turns, speaker)
}

const keyOf = (speaker: string): string => speaker.trim().toLowerCase()

function customerOf(
  speakers: readonly string[],
  turns: readonly (RegExpExecArray | null)[],
  own: OwnFacts,
): string | undefined {
  const named = speakers.find((speaker) => CUSTOMER.test(speaker))
  // "Visitor: Jane Doe" heads a chat in which "Jane Doe" speaks.
  const said = turns.filter((turn) => keyOf(turn?.[1] ?? '') === named)
  const introduced = said.length === 1 ? keyOf(said[0]?.[2] ?? '') : ''
  if (named !== undefined && speakers.includes(introduced)) return introduced
  const times = (speaker: string): number => turns.filter((turn) => keyOf(turn?.[1] ?? '') === speaker).length
  const people = speakers
    .filter((speaker) => speaker !== named && !AGENT.test(speaker) && !mentionsOwnName(speaker, own))
    .sort((left, right) => times(right) - times(left))
  // "Visitor: V17266" heads a chat in which somebody else speaks.
  if (named !== undefined && (said.length > 1 || times(people[0] ?? '') < 2)) return named
  const others = people.filter((speaker) => times(speaker) > 1 || times(people[0] ?? '') < 2)
  const [only, second] = others
  if (only === undefined || second === undefined) return only
  // Two people: the one who asks for name or number is ours.
  const asking = turns.find((turn) => turn?.[2] !== undefined && ASKS_WHO.test(turn[2]))
  return others.find((speaker) => speaker !== keyOf(asking?.[1] ?? '')) ?? only
}

const ASKS_WHO =
  /\b(?:your|the best|a good|what|which|may i|can i|could i)\b[^.?!]{0,30}\b(?:name|number|phone|e-?mail|address)\b/iu

// "*** Chat ended by visitor ***", "Bram has left the conversation"
const EVENT =
  /^\s*(?:\*{2,}|-{3,}|={3,})|\b(?:chat|conversation|session|transcript)\b[^.]{0,40}\b(?:ended|closed|started|rated|over|transferred|finished)\b|\b(?:has )?(?:left|joined|ended|closed) the (?:chat|conversation|session)\b/iu

function collect(
  lines: readonly string[],
  turns: readonly (RegExpExecArray | null)[],
  speaker: string,
): Conversation {
  const customer: string[] = []
  const rest: string[] = []
  const answers: { question: string; answer: string }[] = []
  let question = ''
  let last: 'customer' | 'other' | undefined
  lines.forEach((line, at) => {
    const turn = turns[at]
    if (turn?.[1] && turn[2]) {
      const isCustomer = keyOf(turn[1]) === speaker
      if (isCustomer) {
        customer.push(turn[2].trim())
        if (question !== '') answers.push({ question, answer: turn[2].trim() })
        question = ''
      } else question = turn[2]
      last = isCustomer ? 'customer' : 'other'
    } else if (line.trim() === '') last = undefined
    else if (EVENT.test(line)) last = undefined
    else if (last === 'customer') customer.push(line.trim())
    else if (last === undefined) rest.push(line)
  })
  const label = turns.find((turn) => turn?.[1] && keyOf(turn[1]) === speaker)?.[1]?.trim() ?? speaker
  return { customer, speaker, label, rest, answers }
}
