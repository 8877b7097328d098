import { Fragment, useEffect, useRef } from 'react'
import type { EphemeralMessage, Message } from '../../workspace/api.ts'
import type { JsonObject } from '../../workspace/json.ts'
import { useNames } from '../text/names.ts'
import { dayOf } from '../text/show-date.ts'
import { type MessageContext, MessageItem } from './message-item.tsx'

type Props = {
  readonly label: string
  readonly messages: readonly Message[]
  readonly ephemerals: readonly EphemeralMessage[]
  readonly context: MessageContext
  readonly empty: string
}

/** Oldest first, what only this person sees among the rest; stays at the newest one. */
export function MessageList({ label, messages, ephemerals, context, empty }: Props) {
  const { timeZone } = useNames()
  const list = useRef<HTMLElement>(null)
  const all = [
    ...messages.map((message) => ({ message: message as JsonObject, isEphemeral: false })),
    ...ephemerals.map((message) => ({
      message: { ...message, blocks: [...(message.blocks ?? [])] } as JsonObject,
      isEphemeral: true,
    })),
  ].sort((one, other) => Number(one.message.ts) - Number(other.message.ts))
  const newest = all.at(-1)?.message.ts

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when something newer stands below
  useEffect(() => {
    list.current?.scrollTo(0, list.current.scrollHeight)
  }, [newest, context.channel])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section ref={list} className="message-list" aria-label={label} aria-live="polite" tabIndex={0}>
      {all.length === 0 && <p className="empty">{empty}</p>}
      {all.map(({ message, isEphemeral }, index) => {
        const day = dayOf(Number(message.ts), timeZone)
        const isNewDay = day !== dayOf(Number(all[index - 1]?.message.ts), timeZone)
        return (
          <Fragment key={String(message.ts)}>
            {isNewDay && <h3 className="day">{day}</h3>}
            <MessageItem message={message} context={context} isEphemeral={isEphemeral} />
          </Fragment>
        )
      })}
    </section>
  )
}
