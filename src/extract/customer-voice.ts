const QUOTED = /(?<!\d)["“][^"“”]{25,4000}(?:["”]|$)|^\s*>[^\n]*$/gmu
const INTRODUCES_ONESELF = /\bmy name(?:['’]?s| is)\b/iu
const GREETS =
  /(?:^|[\n:])\W*(?:hi|hello|hey|good (?:morning|afternoon|evening))\b[^.\n]{0,20}\b(?:this is|it['’]?s|i['’]?m|im)\s/iu
const ASKS_US =
  /\b(?:can|could|would|do) (?:you|u|someone|somebody|y['’]?all)\b|\bi (?:have|had|need|saw|own|am)\b/iu

const PASTED = /^[^"“”]{0,60}["“]([^"“”]{60,4000})["”][^"“”]{0,30}$/u

/** What a message pastes of another one, where that is nearly all it says; else all of it. */
export const quotedWhole = (text: string): string => PASTED.exec(text)?.[1] ?? text

/** What our own side says in a note: without what is quoted of a customer; nothing where the customer writes all of it. */
export function withoutCustomersWords(text: string): string {
  if (INTRODUCES_ONESELF.test(text) || (GREETS.test(text) && ASKS_US.test(text))) return ''
  return text.replace(QUOTED, ' ')
}
