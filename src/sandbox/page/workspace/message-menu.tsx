import type { JsonObject } from '../../workspace/json.ts'
import { Menu, type MenuItem } from '../menu/menu.tsx'
import { authorOf } from './author.ts'
import type { MessageContext } from './message-item.tsx'

type Props = { readonly message: JsonObject; readonly context: MessageContext }

/** Reply, the app's message shortcuts, and what one may do with one's own message. */
export function MessageMenu({ message, context }: Props) {
  const { state, user, channel, desk, openThread } = context
  const ts = String(message.ts)
  const person = state.users.find(({ name }) => name === user)
  const shortcuts = person?.is_stranger ? [] : state.offers.shortcuts.filter(({ type }) => type === 'message')
  const attempt = (work: Promise<unknown>) => void work.catch(() => undefined)
  const items: MenuItem[] = [
    ...(openThread
      ? [{ text: 'Reply in thread', run: () => openThread(String(message.thread_ts ?? ts)) }]
      : []),
    ...shortcuts.map(({ name, callback_id }) => ({
      text: name,
      note: state.offers.name,
      run: () => attempt(desk.run('messageShortcut', { callback_id, channel, ts })),
    })),
    ...(message.user === person?.id
      ? [{ text: 'Delete message', isDanger: true, run: () => attempt(desk.run('remove', { channel, ts })) }]
      : []),
  ]
  if (items.length === 0) return null
  return (
    <Menu
      className="message-menu"
      label={`More actions for the message from ${authorOf(message, state).name}`}
      caption="⋮"
      items={items}
    />
  )
}
