import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ApiError } from '../../../src/sandbox/workspace/errors.ts'
import { buildFields } from '../../../src/sandbox/workspace/forms/field-set.ts'
import type { JsonObject } from '../../../src/sandbox/workspace/json.ts'
import { createViewDesk, STACK_LIMIT, type ViewDesk } from '../../../src/sandbox/workspace/views/view-desk.ts'

const USERS = ['U1', 'U2']
const modal = (externalId: string): JsonObject => ({ type: 'modal', blocks: [], external_id: externalId })

type Step = {
  readonly act: 'open' | 'push' | 'close' | 'closeAll' | 'update'
  readonly user: string
  readonly name: string
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('open', 'push', 'close', 'closeAll', 'update'),
  user: fc.constantFrom(...USERS),
  name: fc.constantFrom('', 'a', 'b', 'c'),
})

function take(desk: ViewDesk, { act, user, name }: Step): void {
  const top = desk.topOf(user)
  if (act === 'open') desk.open(user, modal(name))
  if (act === 'push') desk.push(user, modal(name))
  if (act === 'closeAll') desk.closeAll(user)
  if (act === 'close' && top) desk.close(top)
  if (act === 'update' && top) desk.update(top, modal(name))
}

it('keeps every stack a chain of at most three, and external ids apart, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const desk = createViewDesk(
        () => 0,
        () => undefined,
      )
      for (const next of steps) {
        try {
          take(desk, next)
        } catch (error) {
          if (!(error instanceof ApiError)) throw error
        }
      }

      const stacks = USERS.map((user) => desk.stackOf(user))
      for (const stack of stacks) {
        expect(stack.length).toBeLessThanOrEqual(STACK_LIMIT)
        expect(stack.map((view) => view.previousId)).toEqual(
          stack.map((_view, index) => stack[index - 1]?.id ?? null),
        )
        expect(new Set(stack.map((view) => view.rootId)).size).toBeLessThanOrEqual(1)
      }
      const names = stacks
        .flat()
        .map((view) => view.definition.external_id)
        .filter((name) => name !== '')
      expect(new Set(names).size).toBe(names.length)
    }),
  )
})

const block = fc.record({
  blockId: fc.constantFrom('a', 'b', 'c', 'd'),
  initial: fc.option(fc.string(), { nil: undefined }),
})
const blocks = fc.uniqueArray(block, { selector: ({ blockId }) => blockId })

function toBlocks(list: readonly { blockId: string; initial: string | undefined }[]): JsonObject[] {
  return list.map(({ blockId, initial }) => ({
    type: 'input',
    block_id: blockId,
    element: {
      type: 'plain_text_input',
      action_id: 'value',
      ...(initial === undefined ? {} : { initial_value: initial }),
    },
  }))
}

it('keeps a value for as long as its field stays, and starts every other one from its preset', () => {
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const first = buildFields(toBlocks(before))
      for (const field of first.values()) field.value = `typed into ${field.blockId}`

      const second = [...buildFields(toBlocks(after), first).values()]

      const stayed = new Set(before.map(({ blockId }) => blockId))
      expect(second.map((field) => [field.blockId, field.value])).toEqual(
        after.map(({ blockId, initial }) => [
          blockId,
          stayed.has(blockId) ? `typed into ${blockId}` : (initial ?? null),
        ]),
      )
    }),
  )
})
