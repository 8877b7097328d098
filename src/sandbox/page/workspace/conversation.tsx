import type { ReactNode } from 'react'
import type { EphemeralMessage } from '../../workspace/api.ts'
import { getMessages, type Screen, type WorkspaceState } from '../api/workspace-api.ts'
import type { PersonDesk } from '../live/person-desk.ts'
import type { Draft } from '../live/use-drafts.ts'
import { useResource } from '../live/use-resource.ts'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'

type Props = {
  readonly state: WorkspaceState
  readonly user: string
  /** How the control API names it: a channel's id, or `dm:NAME`. */
  readonly place: string
  readonly title: string
  /** What people act on: a channel's id, or `dm`. */
  readonly channel: string
  readonly thread?: string
  readonly version: number
  readonly ephemerals: readonly EphemeralMessage[]
  readonly entered: Screen['entered']
  readonly desk: PersonDesk
  readonly head: ReactNode
  readonly canWrite: boolean
  readonly draft: Draft
  readonly openThread?: (ts: string) => void
}

/** A channel, a direct message or a thread: its messages and the composer. */
export function Conversation(props: Props) {
  const {
    state,
    user,
    place,
    title,
    channel,
    thread,
    version,
    ephemerals,
    entered,
    desk,
    head,
    canWrite,
    draft,
  } = props
  const messages = useResource(`${place} ${thread ?? ''}`, version, () => getMessages(place, thread))
  const isStranger = state.users.find(({ name }) => name === user)?.is_stranger === true
  return (
    <>
      {head}
      <MessageList
        label={`Messages in ${title}`}
        messages={messages.value ?? []}
        ephemerals={ephemerals.filter((one) =>
          thread === undefined ? !one.thread_ts : one.thread_ts === thread,
        )}
        context={{
          state,
          user,
          channel,
          desk,
          entered,
          ...(props.openThread ? { openThread: props.openThread } : {}),
        }}
        empty={messages.value ? `Nothing here yet.` : 'Loading…'}
      />
      {canWrite ? (
        <Composer
          key={`${user} ${place} ${thread ?? ''}`}
          label={thread === undefined ? `Message ${title}` : 'Reply…'}
          channel={channel}
          {...(thread === undefined ? {} : { threadTs: thread })}
          commands={isStranger || thread !== undefined ? [] : state.offers.commands}
          shortcuts={
            isStranger || thread !== undefined
              ? []
              : state.offers.shortcuts.filter(({ type }) => type === 'global')
          }
          desk={desk}
          draft={draft}
        />
      ) : (
        <p className="no-composer">{state.offers.name} takes no messages here.</p>
      )}
    </>
  )
}
