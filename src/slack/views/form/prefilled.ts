import type { KnownBlock, ModalView } from '@slack/types'

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
