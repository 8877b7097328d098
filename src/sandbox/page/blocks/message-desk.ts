import { act, type Offered } from '../api/workspace-api.ts'
import type { PersonDesk } from '../live/person-desk.ts'
import type { SurfaceDesk } from './surface.ts'

type Parts = {
  readonly user: string
  readonly channel: string
  readonly ts: string
  readonly desk: PersonDesk
}

/** What the elements of a message do. What a person chose in them is not shown again after a reload: Slack forgets it too. */
export function messageDesk({ user, channel, ts, desk }: Parts): SurfaceDesk {
  const where = { message: { channel, ts } }
  return {
    where,
    idPrefix: `m${ts}`,
    entry: () => undefined,
    error: () => undefined,
    fill: (field, value, isTyped) => desk.fill(where, field, value, isTyped),
    click: async (target) => {
      await desk.run('click', { target, where })
    },
    pressEnter: async () => undefined,
    options: async (field, typed) => (await act<Offered[]>(user, 'options', { field, typed, where })).result,
  }
}
