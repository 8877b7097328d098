import type { StateValues } from '../../workspace/user-actions.ts'
import { act, type Offered } from '../api/workspace-api.ts'
import type { PersonDesk } from '../live/person-desk.ts'
import type { SurfaceDesk } from './surface.ts'

type Parts = {
  readonly user: string
  readonly channel: string
  readonly ts: string
  readonly desk: PersonDesk
  readonly entered: StateValues | undefined
}

/** What the elements of a message do. */
export function messageDesk({ user, channel, ts, desk, entered }: Parts): SurfaceDesk {
  const where = { message: { channel, ts } }
  return {
    where,
    idPrefix: `m${ts}`,
    entry: (blockId, actionId) => entered?.[blockId]?.[actionId],
    error: () => undefined,
    fill: (field, value, isTyped) => desk.fill(where, field, value, isTyped),
    click: async (target) => {
      await desk.run('click', { target, where })
    },
    pressEnter: async (field) => {
      await desk.run('pressEnter', { field, where })
    },
    options: async (field, typed) => (await act<Offered[]>(user, 'options', { field, typed, where })).result,
  }
}
