import { ApiError, invalidArguments } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import { createView, externalId, type LiveView, updateView } from './live-view.ts'

/** Slack's cap: the opened view and two pushed ones. */
export const STACK_LIMIT = 3

/** All open modals and Homes of the workspace. */
export type ViewDesk = {
  stackOf(userId: string): readonly LiveView[]
  topOf(userId: string): LiveView | undefined
  homeOf(userId: string): LiveView | undefined
  find(ref: { id?: string; externalId?: string }): LiveView | undefined
  open(userId: string, definition: JsonObject): LiveView
  push(userId: string, definition: JsonObject): LiveView
  update(view: LiveView, definition: JsonObject): void
  publish(userId: string, definition: JsonObject, hash?: string): LiveView
  /** Takes one view off its stack. */
  close(view: LiveView): void
  closeAll(userId: string): void
}

export function createViewDesk(clock: () => number, changed: () => void): ViewDesk {
  const stacks = new Map<string, LiveView[]>()
  const homes = new Map<string, LiveView>()

  const all = () => [...[...stacks.values()].flat(), ...homes.values()]
  const stackOf = (userId: string) => stacks.get(userId) ?? []
  const topOf = (userId: string) => stackOf(userId).at(-1)

  function refuseTakenExternalId(definition: JsonObject, self?: LiveView): void {
    const wanted = definition.external_id
    if (typeof wanted !== 'string' || wanted === '') return
    if (all().some((view) => view !== self && externalId(view) === wanted)) {
      throw new ApiError('duplicate_external_id')
    }
  }

  return {
    stackOf,
    topOf,
    homeOf: (userId) => homes.get(userId),
    find: ({ id, externalId: wanted }) =>
      all().find((view) =>
        id === undefined ? wanted !== '' && externalId(view) === wanted : view.id === id,
      ),

    open(userId, definition) {
      // A person has one modal at a time: a new one takes the old one's place, e.g. after a command on a second device.
      const replaced = new Set(stackOf(userId))
      stacks.delete(userId)
      try {
        refuseTakenExternalId(definition)
      } catch (error) {
        stacks.set(userId, [...replaced])
        throw error
      }
      const view = createView(definition, { userId }, clock())
      stacks.set(userId, [view])
      changed()
      return view
    },
    push(userId, definition) {
      const below = topOf(userId)
      if (!below) throw new ApiError('not_found')
      if (stackOf(userId).length >= STACK_LIMIT) throw new ApiError('push_limit_reached')
      refuseTakenExternalId(definition)
      const view = createView(definition, { userId, rootId: below.rootId, previousId: below.id }, clock())
      stacks.set(userId, [...stackOf(userId), view])
      changed()
      return view
    },
    update(view, definition) {
      if (definition.type !== view.type) {
        throw invalidArguments('view type cannot be changed [json-pointer:/view/type]')
      }
      refuseTakenExternalId(definition, view)
      updateView(view, definition, clock())
      changed()
    },
    publish(userId, definition, hash) {
      const home = homes.get(userId)
      if (home && hash !== undefined && hash !== home.hash) throw new ApiError('hash_conflict')
      refuseTakenExternalId(definition, home)
      if (home) updateView(home, definition, clock())
      const published = home ?? createView(definition, { userId }, clock())
      homes.set(userId, published)
      changed()
      return published
    },
    close(view) {
      stacks.set(
        view.userId,
        stackOf(view.userId).filter((open) => open !== view),
      )
      changed()
    },
    closeAll(userId) {
      stacks.delete(userId)
      changed()
    },
  }
}
