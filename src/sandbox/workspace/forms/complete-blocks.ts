import { generatedId } from '../ids.ts'
import { copyOf, isObject, type JsonObject, type JsonValue } from '../json.ts'
import { elementsOf, innerBlocks } from './placed-elements.ts'

const WITHOUT_ACTION_ID = new Set(['image', 'plain_text', 'mrkdwn'])

/** The blocks as Slack gives them back: missing ids generated, text objects with their defaults. */
export function completeBlocks(blocks: readonly JsonObject[]): JsonObject[] {
  return blocks.map((block) => completeBlock(copyOf(block)))
}

function completeBlock(block: JsonObject): JsonObject {
  if (typeof block.block_id !== 'string' || block.block_id === '') block.block_id = generatedId()
  for (const element of elementsOf(block)) {
    const lacksId = typeof element.action_id !== 'string' || element.action_id === ''
    if (lacksId && !WITHOUT_ACTION_ID.has(String(element.type))) element.action_id = generatedId()
  }
  if (block.type === 'input') {
    block.optional ??= false
    block.dispatch_action ??= false
  }
  for (const inner of innerBlocks(block)) completeBlock(inner)
  completeTexts(block)
  return block
}

/** Fills the defaults of every text object inside. */
export function completeTexts(value: JsonValue): void {
  if (Array.isArray(value)) {
    for (const item of value) completeTexts(item)
    return
  }
  if (!isObject(value)) return
  if (value.type === 'plain_text') value.emoji ??= true
  if (value.type === 'mrkdwn') value.verbatim ??= false
  for (const inner of Object.values(value)) completeTexts(inner)
}
