import { elementsOf, innerBlocks } from '../forms/placed-elements.ts'
import { isObject, type JsonObject, objectsOf } from '../json.ts'
import { type Findings, report } from './check.ts'

/** Block ids are unique in a view or message, action ids in their block, and one element at most takes the focus. */
export function checkUniqueness(blocks: readonly JsonObject[], at: string, findings: Findings): void {
  const blockIds = new Set<string>()
  let focused = 0

  function look(block: JsonObject, blockAt: string): void {
    if (typeof block.block_id === 'string' && block.block_id !== '') {
      if (blockIds.has(block.block_id)) report(findings, 'block_id must be unique', `${blockAt}/block_id`)
      blockIds.add(block.block_id)
    }
    const actionIds = new Set<string>()
    for (const element of elementsOf(block)) {
      if (element.focus_on_load === true) {
        focused += 1
        if (focused > 1) report(findings, 'only one element can have focus_on_load', blockAt)
      }
      const { action_id: actionId } = element
      if (typeof actionId !== 'string' || actionId === '') continue
      if (actionIds.has(actionId)) report(findings, 'action_id must be unique in its block', blockAt)
      actionIds.add(actionId)
    }
    for (const [index, inner] of innerBlocks(block).entries()) look(inner, `${blockAt}/inner/${index}`)
  }

  for (const [index, block] of blocks.entries()) look(block, `${at}/${index}`)
}

/** Whether any of these blocks, or a block inside them, is an input block. */
export function hasInput(blocks: unknown): boolean {
  return objectsOf(blocks).some(
    (block) => isObject(block) && (block.type === 'input' || hasInput(innerBlocks(block))),
  )
}
