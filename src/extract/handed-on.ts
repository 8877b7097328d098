const WHO = '(?:some|any)(?:body|one)(?: here| of you)?'
const DEED =
  '(?:take|handle|grab|get|look (?:at|into)|deal with|help with|answer|reply to|respond to|follow up (?:on|with)|pick up)'
const THING = '(?: (?:this|that|it|these|them|him|her))?(?: (?:one|lead|request|customer|up|on))?'
const HANDED_ON = new RegExp(
  String.raw`^(?:(?:hi|hey|hello)(?: \p{L}+){0,2}[,!.]? )?(?:fyi|f\.y\.i\.|(?:please )?see below|(?:can|could|will|would) (?:${WHO}|you)(?: please)? ${DEED}${THING}|who (?:can|wants to) ${DEED}${THING}|(?:please|pls) ${DEED}${THING}|(?:please |pls )?take care of this|passing (?:this|it) (?:on|along)|(?:new|another) lead(?: below)?|one for you)(?:,? (?:please|pls|thanks|thank you|thx))?[\s.!?]*$`,
  'iu',
)
// Longer lines say something besides.
const LONGEST = 80

/** What somebody wrote above a forward, without lines that only hand it on: "Can somebody take this one?" */
export function withoutHandingOn(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.length > LONGEST || !HANDED_ON.test(line.trim()))
}
