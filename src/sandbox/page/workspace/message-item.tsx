import { type JsonObject, objectsOf, textOf } from '../../workspace/json.ts'
import type { Screen, WorkspaceState } from '../api/workspace-api.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { messageDesk } from '../blocks/message-desk.ts'
import { SurfaceContext } from '../blocks/surface.ts'
import type { PersonDesk } from '../live/person-desk.ts'
import { showEmoji } from '../text/emoji.ts'
import { Mrkdwn } from '../text/mrkdwn.tsx'
import { useNames } from '../text/names.ts'
import { timeOf } from '../text/show-date.ts'
import { authorOf } from './author.ts'
import { Avatar } from './avatar.tsx'
import { MessageFiles } from './message-files.tsx'
import { MessageMenu } from './message-menu.tsx'

export type MessageContext = {
  readonly state: WorkspaceState
  readonly user: string
  /** Id of the channel. */
  readonly channel: string
  readonly desk: PersonDesk
  readonly entered: Screen['entered']
  /** Absent inside a thread. */
  readonly openThread?: (ts: string) => void
}

type Props = {
  readonly message: JsonObject
  readonly context: MessageContext
  /** Only this person sees it. */
  readonly isEphemeral?: boolean
}

/** One message with everything that can be done with it. */
export function MessageItem({ message, context, isEphemeral = false }: Props) {
  const { state, user, channel, desk, entered, openThread } = context
  const { timeZone } = useNames()
  const ts = String(message.ts)
  const author = authorOf(message, state)
  const blocks = objectsOf(message.blocks)
  const replies = Number(message.reply_count ?? 0)
  return (
    <article
      className={isEphemeral ? 'message ephemeral' : 'message'}
      aria-label={`Message from ${author.name}`}
    >
      <Avatar name={author.name} isApp={author.isApp} />
      <div className="message-main">
        {isEphemeral && <p className="only-you">Only visible to you</p>}
        <p className="message-head">
          <strong>{author.name}</strong>
          {author.isApp && <span className="app-badge">APP</span>}
          <time>{timeOf(ts, timeZone)}</time>
        </p>
        <div className="message-body">
          {blocks.length > 0 ? (
            <SurfaceContext value={messageDesk({ user, channel, ts, desk, entered: entered[ts] })}>
              <Blocks blocks={blocks} />
            </SurfaceContext>
          ) : (
            <Mrkdwn text={textOf(message.text) ?? ''} />
          )}
          {message.edited !== undefined && <small className="edited"> (edited)</small>}
          <MessageFiles files={objectsOf(message.files)} />
        </div>
        {objectsOf(message.reactions).map((reaction) => (
          <span className="reaction" key={String(reaction.name)}>
            {showEmoji(`:${String(reaction.name)}:`)} {String(reaction.count)}
          </span>
        ))}
        {openThread && replies > 0 && (
          <button type="button" className="thread-link" onClick={() => openThread(ts)}>
            {replies} {replies === 1 ? 'reply' : 'replies'}
          </button>
        )}
      </div>
      {!isEphemeral && <MessageMenu message={message} context={context} />}
    </article>
  )
}
