import { CannotDoError } from '../errors.ts'
import { isObject, type JsonObject, textOf } from '../json.ts'
import type { UserActions } from '../user-actions.ts'
import { readClickTarget, readFieldValue, readSurface } from './read-field-value.ts'

type Act = (user: UserActions, body: JsonObject) => Promise<unknown>

const ACTS: Readonly<Record<string, Act>> = {
  command: (user, body) => user.command(need(body, 'command'), textOf(body.text), channelIn(body)),
  globalShortcut: (user, body) => user.globalShortcut(need(body, 'callback_id')),
  messageShortcut: (user, body) =>
    user.messageShortcut(need(body, 'callback_id'), { channel: need(body, 'channel'), ts: need(body, 'ts') }),
  openHome: (user) => user.openHome(),
  fill(user, { values, where }) {
    if (!isObject(values)) throw new CannotDoError('values is missing.')
    const read = Object.entries(values).map(([name, value]) => [name, readFieldValue(value)] as const)
    return user.fill(Object.fromEntries(read), readSurface(where))
  },
  pressEnter: (user, body) => user.pressEnter(need(body, 'field'), readSurface(body.where)),
  click: (user, { target, where, confirm }) =>
    user.click(readClickTarget(target), readSurface(where), { confirm: confirm !== false }),
  options: (user, body) =>
    user.options(need(body, 'field'), textOf(body.typed) ?? '', readSurface(body.where)),
  submit: (user) => user.submit(),
  cancel: (user) => user.cancel(),
  closeAll: (user) => user.closeAll(),
  post(user, body) {
    const threadTs = textOf(body.thread_ts)
    return user.post(
      need(body, 'channel'),
      need(body, 'text'),
      threadTs === undefined ? {} : { thread_ts: threadTs },
    )
  },
  edit: (user, body) => user.edit(need(body, 'channel'), need(body, 'ts'), need(body, 'text')),
  remove: (user, body) => user.remove(need(body, 'channel'), need(body, 'ts')),
  react: (user, body) => user.react(need(body, 'channel'), need(body, 'ts'), need(body, 'emoji')),
}

export const ACT_NAMES = Object.keys(ACTS)

/** Does for a person what another process asks; undefined when there is no such act. */
export function actAsUser(user: UserActions, act: string, body: JsonObject): Promise<unknown> | undefined {
  return ACTS[act]?.(user, body)
}

/** All that this person sees of the app outside channels. */
export function screenOf(user: UserActions) {
  return {
    modal: user.modal(),
    stack: user.stack(),
    home: user.home(),
    ephemerals: user.ephemerals(),
    entered: user.entered(),
  }
}

export function need(body: JsonObject, key: string): string {
  const value = textOf(body[key])
  if (value === undefined) throw new CannotDoError(`${key} is missing.`)
  return value
}

function channelIn(body: JsonObject): { channel?: string } {
  const channel = textOf(body.channel)
  return channel === undefined ? {} : { channel }
}
