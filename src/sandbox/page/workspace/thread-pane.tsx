import type { ComponentProps } from 'react'
import { Conversation } from './conversation.tsx'
import { PlaceHead } from './place-head.tsx'

type Props = Omit<ComponentProps<typeof Conversation>, 'head' | 'canWrite' | 'openThread'> & {
  readonly thread: string
  close(): void
}

/** A thread beside its channel. */
export function ThreadPane({ close, ...talk }: Props) {
  return (
    <aside className="thread" aria-label="Thread">
      <Conversation
        {...talk}
        head={
          <PlaceHead title="Thread">
            <button type="button" className="icon" aria-label="Close the thread" onClick={close}>
              ×
            </button>
          </PlaceHead>
        }
        canWrite={talk.channel !== 'dm' || talk.state.offers.messages}
      />
    </aside>
  )
}
