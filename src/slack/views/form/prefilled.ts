import type { AnyBlock, InputBlock, KnownBlock, ModalView } from '@slack/types'

/** Values that an update of a view puts into blocks which were not there before, by block id. */
export function prefilledByUpdate(
  view: ModalView,
  before: readonly { readonly block_id?: string }[],
): Record<string, string> {
  const known = new Set(before.map((block) => block.block_id))
  const prefilled: Record<string, string> = {}
  for (const block of view.blocks as readonly KnownBlock[]) {
    if (block.type !== 'input' || !block.block_id || known.has(block.block_id)) continue
    const value = initialValueOf(block.element)
    if (value) prefilled[block.block_id] = value
  }
  return prefilled
}

/**
 * The view with an action from each of these blocks when it is touched. Its emptiness would be ambiguous otherwise: cleared, or left out
 * because nobody touched it.
 */
export function tellingOfTouch(view: ModalView, prefilled: Readonly<Record<string, string>>): ModalView {
  return {
    ...view,
    blocks: view.blocks.map((block) => (isSilent(block, prefilled) ? telling(block) : block)),
  }
}

function isSilent(block: AnyBlock, prefilled: Readonly<Record<string, string>>): block is InputBlock {
  const isInput = block.type === 'input' && 'element' in block && block.dispatch_action !== true
  return isInput && block.block_id !== undefined && prefilled[block.block_id] !== undefined
}

function telling(block: InputBlock): InputBlock {
  const { element } = block
  const isTyped = element.type === 'plain_text_input' || element.type === 'number_input'
  return {
    ...block,
    dispatch_action: true,
    element: isTyped
      ? { ...element, dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } }
      : element,
  }
}

type Initial = {
  readonly initial_value?: unknown
  readonly initial_option?: { readonly value?: string }
  readonly initial_options?: readonly { readonly value?: string }[]
  readonly initial_date?: string
  readonly initial_time?: string
}

function initialValueOf(element: object): string | undefined {
  const initial: Initial = element
  if (typeof initial.initial_value === 'string') return initial.initial_value
  return (
    initial.initial_option?.value ??
    initial.initial_date ??
    initial.initial_time ??
    initial.initial_options?.map((one) => one.value).join('\n')
  )
}
