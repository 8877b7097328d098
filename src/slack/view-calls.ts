import { setTimeout as pause } from 'node:timers/promises'
import type { HomeView, ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import { type ApiFailure, SlackCallError } from './api-error.ts'
import { callSlack, type SlackAnswer } from './call-slack.ts'

/** `stale`: the view was changed since (hash). `gone`: it was closed. `failed`: Slack did not do it; `code` says why. */
export type ViewOutcome =
  | { readonly kind: 'shown'; readonly viewId: string; readonly hash: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly code: string }

export type ViewTarget = { readonly view_id: string } | { readonly external_id: string }

/** The calls about views. None of them is repeated by the client: how long it is worth trying differs. */
export type ViewCalls = {
  /**
   * `shown`, or `gone` when it was opened by a call whose answer was lost, so that its id is not known. Rejects with SlackCallError when
   * Slack did not open it: whoever clicked has to be told.
   */
  open(triggerId: string, view: ModalView): Promise<ViewOutcome>
  /** The same on top of the view that was clicked in. */
  push(triggerId: string, view: ModalView): Promise<ViewOutcome>
  /**
   * With `hash` only if nobody else has changed the view since: our own last update of it does not count, so that two quick choices of a
   * person do not shut each other out.
   */
  update(target: ViewTarget, view: ModalView, hash?: string): Promise<ViewOutcome>
  /**
   * Updates a view in front of which a person waits. One that an ack has just brought may be known to Slack only a moment later, and a
   * call that failed for the moment is made again, as long as it `isWanted`: a view that says "searching" for ever is worse than one that
   * comes late.
   */
  updateAwaited(target: ViewTarget, view: ModalView, isWanted?: () => boolean): Promise<ViewOutcome>
  publish(user: string, view: HomeView): Promise<ViewOutcome>
}

// Slack knows a view that came with an ack only after a moment.
const APPEARS_WITHIN_MS = 3000
const LOOK_AGAIN_MS = 150
// Whoever has waited longer than that has closed the view.
const AGAIN_MS = [500, 1000, 2000, 4000]
const LONGEST_PAUSE_MS = 10_000
const OPEN_AGAIN_MS = 150
// The trigger's three seconds, less the way to us and back.
const OPEN_WITHIN_MS = 2000
// Slack's guide and the method's page name it differently.
const TRIGGER_USED: ReadonlySet<string> = new Set(['exchanged_trigger_id', 'trigger_exchanged'])
// Forms that are open at the same time in one process.
const MOST_REMEMBERED = 1000

export function createViewCalls(
  client: WebClient,
  delay: (ms: number) => Promise<unknown> = pause,
): ViewCalls {
  const ownHashes = new Map<string, string>()
  const remember = (outcome: ViewOutcome): ViewOutcome => {
    if (outcome.kind !== 'shown') return outcome
    ownHashes.delete(outcome.viewId)
    ownHashes.set(outcome.viewId, outcome.hash)
    const [oldest] = ownHashes.keys()
    if (ownHashes.size > MOST_REMEMBERED && oldest) ownHashes.delete(oldest)
    return outcome
  }
  const callUpdate = (target: ViewTarget, view: ModalView, hash?: string) => {
    const known = hash && 'view_id' in target ? (ownHashes.get(target.view_id) ?? hash) : hash
    return callSlack(() => client.views.update({ ...target, view, ...(known && { hash: known }) }))
  }

  return {
    open: async (triggerId, view) =>
      remember(await opened('views.open', () => client.views.open({ trigger_id: triggerId, view }), delay)),
    push: (triggerId, view) =>
      opened('views.push', () => client.views.push({ trigger_id: triggerId, view }), delay),
    update: async (target, view, hash) => remember(toOutcome(await callUpdate(target, view, hash))),
    async updateAwaited(target, view, isWanted = () => true) {
      let waitedMs = 0
      for (let tries = 1; ; ) {
        const answer = await callUpdate(target, view)
        if (answer.ok) return remember(toOutcome(answer))
        const isGone = answer.failure.kind === 'gone'
        const pauseMs = isGone ? pauseUntilKnown(waitedMs) : pauseBefore(tries, answer.failure)
        if (pauseMs === undefined || !isWanted()) return toOutcome(answer)
        if (isGone) waitedMs += pauseMs
        else tries += 1
        await delay(pauseMs)
      }
    },
    publish: async (user, view) =>
      toOutcome(await callSlack(() => client.views.publish({ user_id: user, view }))),
  }
}

/**
 * A trigger lives for three seconds and opens one view, so a second try can't open a second one: when it finds the trigger used, the
 * first one was carried out and only its answer got lost.
 */
async function opened(
  method: string,
  call: () => Promise<ViewAnswer>,
  delay: (ms: number) => Promise<unknown>,
): Promise<ViewOutcome> {
  const startedAt = performance.now()
  const first = await callSlack(call)
  if (first.ok) return toOutcome(first)
  const pauseMs = Math.max(OPEN_AGAIN_MS, first.failure.kind === 'later' ? (first.failure.afterMs ?? 0) : 0)
  const leftMs = OPEN_WITHIN_MS - (performance.now() - startedAt)
  if (first.failure.kind === 'permanent' || pauseMs > leftMs)
    throw new SlackCallError(method, first.failure.code)
  await delay(pauseMs)
  const second = await callSlack(call)
  if (second.ok) return toOutcome(second)
  if (first.failure.kind === 'lost' && TRIGGER_USED.has(second.failure.code)) return { kind: 'gone' }
  throw new SlackCallError(method, second.failure.code)
}

function pauseUntilKnown(waitedMs: number): number | undefined {
  return waitedMs < APPEARS_WITHIN_MS ? LOOK_AGAIN_MS : undefined
}

/** Undefined: not to be tried again. A lost answer is no reason not to: the same view twice is the same view. */
function pauseBefore(tries: number, failure: ApiFailure): number | undefined {
  const pauseMs = AGAIN_MS[tries - 1]
  if (pauseMs === undefined || failure.kind === 'permanent') return undefined
  const askedMs = failure.kind === 'later' ? (failure.afterMs ?? 0) : 0
  return askedMs > LONGEST_PAUSE_MS ? undefined : Math.max(pauseMs, askedMs)
}

type ViewAnswer = { view?: { id?: string; hash?: string } }

function toOutcome(answer: SlackAnswer<ViewAnswer>): ViewOutcome {
  if (!answer.ok) return toFailure(answer.failure)
  return { kind: 'shown', viewId: answer.value.view?.id ?? '', hash: answer.value.view?.hash ?? '' }
}

function toFailure({ kind, code }: ApiFailure): ViewOutcome {
  if (code === 'hash_conflict') return { kind: 'stale' }
  return kind === 'gone' ? { kind: 'gone' } : { kind: 'failed', code }
}
