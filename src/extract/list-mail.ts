// What a mailing adds below: nobody writes so to one reader.
const LIST_FOOTER =
  /^.{0,90}\b(?:unsubscribe|(?:manage|update) (?:your )?(?:e-?mail )?(?:preferences|subscription|profile)|e-?mail preferences|view (?:this )?(?:e-?mail |message )?in (?:your |a )?browser|you(?:['’]re| are) (?:(?:receiving|getting) this|receiving|subscribed|on (?:this|our) (?:mailing )?list)|you (?:received?|get) this (?:e-?mail |message )?because|turn off (?:these|this)|(?:in this issue|read (?:it|this|more) online|member spotlight)\b|change what (?:we|you)|not for you(?: any ?more)?\?|no longer (?:want|wish) to)/iu

// The same where a program may well have a customer's request inside: only what a list of readers has.
const SUBSCRIBED =
  /\byou (?:joined|subscribed|opted in|signed up|are a (?:\p{L}+ )?(?:member|subscriber))\b|\bas a (?:\p{L}+ )?(?:member|subscriber)\b|\b(?:leave|off) (?:the|this|our) (?:mailing )?list\b|\bmailing list\b|\b(?:forward|send) (?:this|it) to a (?:friend|colleague)\b|\bstop (?:getting|receiving) (?:these|this|our)\b/iu

const nearEnds = (lines: readonly string[], sign: RegExp): boolean =>
  lines.some((line, at) => (at < 3 || at > lines.length - 9) && sign.test(line.slice(0, 400)))

/** Whether a letter ends, or begins, as a mailing does. */
export const isListMail = (lines: readonly string[]): boolean => nearEnds(lines, LIST_FOOTER)

/** Whether what a program sends goes to subscribers. */
export const isForSubscribers = (lines: readonly string[]): boolean => nearEnds(lines, SUBSCRIBED)
