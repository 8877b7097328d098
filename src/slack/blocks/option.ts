import type { PlainTextElement, PlainTextOption } from '@slack/types'
import { BLOCK_LIMITS } from './limits.ts'
import { plain } from './text.ts'

/** One choice of a menu, of radio buttons or checkboxes. The value is ours and must fit: a cut id would be another one. */
export function option(parts: {
  readonly text: string
  readonly value: string
  readonly description?: string
}): PlainTextOption {
  return {
    text: plain(parts.text, BLOCK_LIMITS.optionText),
    value: parts.value,
    ...(parts.description?.trim() && { description: plain(parts.description, BLOCK_LIMITS.optionText) }),
  }
}

type MenuGroup = { label: PlainTextElement; options: PlainTextOption[] }

/** Options in groups of a hundred under labels like "A … F": a menu takes no more than that in one group. */
export function optionGroups(options: readonly PlainTextOption[]): MenuGroup[] {
  const groups: MenuGroup[] = []
  for (let start = 0; start < options.length; start += BLOCK_LIMITS.options) {
    const part = options.slice(start, start + BLOCK_LIMITS.options)
    const [first, last] = [part.at(0), part.at(-1)].map((one) => one?.text.text.slice(0, 30) ?? '')
    groups.push({ label: plain(`${first} … ${last}`, BLOCK_LIMITS.optionText), options: part })
  }
  return groups.slice(0, BLOCK_LIMITS.options)
}
