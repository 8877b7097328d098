// "Fire #4471 County Rd 6": what houses are numbered by in the country.
const FIRE_NUMBER =
  /\b(?:fire|emergency|civic|911) (?:no\.?|number|num|#) ?#?(\d{2,6})(?= (?:[nsew]\.? )?\p{Lu})/giu
// "412 (not 421) Oak St", "118 (Fitch is 116) Sycamore Run"
const NUMBER_ASIDE =
  /(?<![\d.-])(\d{1,5}) \((?:not|was|formerly|[\p{L}'’ ]{1,24}? (?:is|are|has)) #?\d{1,5}\)(?= \p{L})/giu

/** House numbers as one writes them before a street: without what they are called, without a remark between them and it. */
export const plainHouseNumbers = (text: string): string =>
  text.replace(FIRE_NUMBER, '$1').replace(NUMBER_ASIDE, '$1')
