import { isBrandOf } from './alert-sender.ts'
import type { Mailbox } from './extraction.ts'
import type { Findings } from './found.ts'
import { asksForPrice, tellsTrouble, threatensSomething } from './lead-signs.ts'
import { asksAnew } from './new-request.ts'

// "A limb from our red oak is resting on the phone line": says no more than what is the matter at home.
const OWN_THING =
  /\b(?:my|our) (?:\p{L}+ ){0,3}(?:trees?|oaks?|maples?|pines?|ash|elms?|spruces?|birch\w*|cedars?|firs?|willows?|pecans?|palms?|hedges?|lawns?|yards?|backyard|garden|roof|house|driveway|fence|property|limbs?|shrubs?|stumps?)\b/iu

/** Whether a letter tells of what stands on the writer's own ground. */
export const namesOwnThing = (text: string): boolean => OWN_THING.test(text)

// A business that wants something says so: "We have two dead oaks", "nous cherchons".
const WE_WISH =
  /(?<!\p{L})(?:(?:i|we)(?:['’](?:d|m|re|ve)| have| am| are| need| want| would| own| got| had| run| manage| moved| just)|je|j['’]\p{L}+|nous|mon|ma|mes|notre|nos|yo|mis?|nuestr\p{L}+|ich|wir|mein\p{L}*|unser\p{L}*|quier\p{L}+|necesit\p{L}+|busc\p{L}+|quisier\p{L}+)(?!\p{L})/iu

// "Village of Hartland", "Abby at Roots & Rows"
const OFFICE =
  /^(?:(?:the )?(?:city|town|village|county|borough|township|dept\.?|department|board|office|university) of|\S+ (?:at|from|with) \S)/iu

/** Whether a business or an office writes to everybody and not to us: it wants nothing for itself. */
export const isNotForUs = (author: Mailbox | undefined, words: string): boolean =>
  author !== undefined &&
  (isBrandOf(author) || OFFICE.test(author.name ?? '')) &&
  !WE_WISH.test(words) &&
  !namesOwnThing(words) &&
  !asksAnew(words)

/** Nothing asked, nothing wrong, nowhere to go and nobody to call: a tree comes up in passing. */
export const isInPassing = (words: string, { phones, addresses }: Findings): boolean =>
  phones.length === 0 &&
  addresses.length === 0 &&
  !words.includes('?') &&
  !tellsTrouble(words) &&
  !threatensSomething(words) &&
  !asksForPrice(words) &&
  !asksAnew(words)
