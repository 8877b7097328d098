import type { FoundAddress } from '../lead/find-addresses.ts'

const LIVES =
  /\b(?:liv(?:e|es|ed|ing)|resides?|resid(?:es|ing)|stay(?:s|ing)|(?:my|our|his|her|their) (?:own )?(?:home|address|house|apartment|condo) is)\b[^.;\n]{0,60}$/iu
const SITE =
  /\b(?:trees?|work|job|site|propert(?:y|ies)|rental|lot|cabin|cottage|project|stumps?|hedges?|yard|limbs?|estimate|quote|needs? (?:it )?done)\b[^.;\n]{0,70}\b(?:is|are|at|on|in|for|located)\b[^.;\n]{0,40}$|\b(?:parents?|mom|mother|mum|dad|father|grand\p{L}+|aunt|uncle|sister|brother|son|daughter|in-laws?|rental|rent house)(?:['’]s?)?\b[^.;\n]{0,40}$|\b(?:owns?|bought|inherited|manages?|rents? out)\b[^.;\n]{0,40}\b(?:house|home|duplex|cabin|cottage|condo|lots?|property|building|place|acres|land|farm|units?)\b[^.;\n]{0,50}$/iu

/** Who lives in one place and wants work done in another names both: the one with the work comes first. */
export function siteFirst(text: string, addresses: readonly FoundAddress[]): readonly FoundAddress[] {
  if (addresses.length < 2) return addresses
  const before = addresses.map(({ start }, at) =>
    text.slice(Math.max(addresses[at - 1]?.end ?? 0, start - 140), start),
  )
  const homes = addresses.filter((_, at) => LIVES.test(before[at] ?? ''))
  const sites = addresses.filter((each, at) => !homes.includes(each) && SITE.test(before[at] ?? ''))
  if (homes.length === 0 || sites.length === 0) return addresses
  return [...sites, ...addresses.filter((each) => !sites.includes(each))]
}
