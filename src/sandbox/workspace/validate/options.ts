import { isObject, type JsonObject } from '../json.ts'
import { type Check, type Fields, type Findings, listOf, record, report, string } from './check.ts'
import { plainTextObject, textObject } from './text-objects.ts'

const MAX_OPTION_TEXT = 75
/** Slack's documented cap; the typings still say 75. */
const MAX_OPTION_VALUE = 150
export const MAX_OPTIONS = 100

const value = string({ min: 1, max: MAX_OPTION_VALUE })

/** Option of a select: plain text only. */
export const selectOption: Check = record(
  { text: plainTextObject(MAX_OPTION_TEXT), value },
  { description: plainTextObject(MAX_OPTION_TEXT) },
)
/** Option of radio buttons and checkboxes: mrkdwn too. */
export const choiceOption: Check = record(
  { text: textObject(MAX_OPTION_TEXT), value },
  { description: textObject(MAX_OPTION_TEXT) },
)
export const overflowOption: Check = record(
  { text: plainTextObject(MAX_OPTION_TEXT) },
  { value, description: plainTextObject(MAX_OPTION_TEXT), url: string({ max: 3000 }) },
)

export const optionGroup: Check = record({
  label: plainTextObject(75),
  options: listOf(selectOption, { min: 1, max: MAX_OPTIONS }),
})

/** `options` and `option_groups` of a static select. */
export const selectOptionLists: Fields = {
  options: listOf(selectOption, { min: 1, max: MAX_OPTIONS }),
  option_groups: listOf(optionGroup, { min: 1, max: MAX_OPTIONS }),
}

/** A static select has options or groups of them, never both. */
export function checkOptionSource(element: JsonObject, at: string, findings: Findings): void {
  const has = (key: string) => element[key] !== undefined
  if (has('options') === has('option_groups')) {
    report(findings, 'must have either options or option_groups', at)
  }
}

/** What is preset must be one of the options, equal in every part. */
export function checkInitialOptions(element: JsonObject, at: string, findings: Findings): void {
  const offered = optionsIn(element).map(fingerprint)
  const known = (option: unknown) => offered.includes(fingerprint(option))
  if (element.initial_option !== undefined && !known(element.initial_option)) {
    report(findings, 'must be one of the provided options', `${at}/initial_option`)
  }
  if (!Array.isArray(element.initial_options)) return
  if (element.initial_options.length === 0) {
    report(findings, 'no fewer than 1 items allowed', `${at}/initial_options`)
  }
  for (const [index, option] of element.initial_options.entries()) {
    if (!known(option))
      report(findings, 'must be one of the provided options', `${at}/initial_options/${index}`)
  }
}

function optionsIn(element: JsonObject): unknown[] {
  const groups = Array.isArray(element.option_groups) ? element.option_groups : []
  return [element, ...groups].flatMap((holder) =>
    isObject(holder) && Array.isArray(holder.options) ? holder.options : [],
  )
}

function fingerprint(option: unknown): string {
  if (!isObject(option)) return ''
  const textOfPart = (part: unknown) => (isObject(part) ? part.text : part)
  return JSON.stringify([textOfPart(option.text), option.value, textOfPart(option.description)])
}
