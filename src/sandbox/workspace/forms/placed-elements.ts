import { isObject, type JsonObject, objectsOf } from '../json.ts'

/** An interactive element and the block that holds it. */
export type PlacedElement = { readonly block: JsonObject; readonly element: JsonObject }

/** Every element with an `action_id`, in reading order; container and carousel blocks are looked into. */
export function placedElements(blocks: readonly JsonObject[]): PlacedElement[] {
  return blocks.flatMap((block) => [
    ...elementsOf(block)
      .filter((element) => typeof element.action_id === 'string')
      .map((element) => ({ block, element })),
    ...placedElements(innerBlocks(block)),
  ])
}

export function innerBlocks(block: JsonObject): JsonObject[] {
  if (block.type === 'container') return objectsOf(block.child_blocks)
  if (block.type === 'carousel') return objectsOf(block.elements)
  return []
}

/** What stands in a block, whether it has an `action_id` yet or not. */
export function elementsOf(block: JsonObject): JsonObject[] {
  switch (block.type) {
    case 'input':
      return isObject(block.element) ? [block.element] : []
    case 'section':
      return isObject(block.accessory) ? [block.accessory] : []
    case 'actions':
    case 'context_actions':
      return objectsOf(block.elements)
    case 'card':
      return objectsOf(block.actions)
    default:
      return []
  }
}
