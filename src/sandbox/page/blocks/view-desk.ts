import type { DisplayedView } from '../../workspace/api.ts'
import { act, type Offered } from '../api/workspace-api.ts'
import type { PersonDesk } from '../live/person-desk.ts'
import type { SurfaceDesk } from './surface.ts'

type Parts = {
  readonly user: string
  readonly view: DisplayedView
  readonly where: 'modal' | 'home'
  readonly desk: PersonDesk
}

/** What a modal's or Home's elements do. */
export function viewDesk({ user, view, where, desk }: Parts): SurfaceDesk {
  return {
    where,
    idPrefix: view.id,
    entry: (blockId, actionId) => view.state.values[blockId]?.[actionId],
    error: (blockId) => view.errors[blockId],
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
