import { setTimeout as pause } from 'node:timers/promises'
import type { HomeView, ModalView } from '@slack/types'
import type { WebClient } from '@slack/web-api'
import type { ApiFailure } from './api-error.ts'
import { callSlack } from './call-slack.ts'

/** `stale`: the view was changed since (hash). `gone`: it was closed. `failed`: Slack did not do it; `code` says why. */
export type ViewOutcome =
  | { readonly kind: 'shown'; readonly viewId: string; readonly hash: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly code: string }

export type ViewTarget = { readonly view_id: string } | { readonly external_id: string }

/** The calls about views. None of them is repeated by the client: a late view is worse than none. */
export type ViewCalls = {
  open(triggerId: string, view: ModalView): Promise<ViewOutcome>
  push(triggerId: string, view: ModalView): Promise<ViewOutcome>
  /**
   * With `hash` only if nobody else has changed the view since: our own last update of it does not count, so that two quick choices of a
   * person do not shut each other out.
   */
  update(target: ViewTarget, view: ModalView, hash?: string): Promise<ViewOutcome>
  /** Updates a view that an ack has just brought, which Slack may know only a moment later. */
  updateFresh(target: ViewTarget, view: ModalView): Promise<ViewOutcome>
  publish(user: string, view: HomeView): Promise<ViewOutcome>
}

// Slack knows a view that came with an ack only after a moment.
const APPEARS_WITHIN_MS = 3000
const AGAIN_MS = 150
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
  const update = async (target: ViewTarget, view: ModalView, hash?: string) => {
    const known = hash && 'view_id' in target ? (ownHashes.get(target.view_id) ?? hash) : hash
    return remember(
      await toOutcome(() => client.views.update({ ...target, view, ...(known && { hash: known }) })),
    )
  }

  return {
    open: async (triggerId, view) =>
      remember(await toOutcome(() => client.views.open({ trigger_id: triggerId, view }))),
    push: (triggerId, view) => toOutcome(() => client.views.push({ trigger_id: triggerId, view })),
    update,
    async updateFresh(target, view) {
      let outcome = await update(target, view)
      for (let waited = 0; outcome.kind === 'gone' && waited < APPEARS_WITHIN_MS; waited += AGAIN_MS) {
        await delay(AGAIN_MS)
        outcome = await update(target, view)
      }
      return outcome
    },
    publish: (user, view) => toOutcome(() => client.views.publish({ user_id: user, view })),
  }
}

type ViewAnswer = { view?: { id?: string; hash?: string } }

async function toOutcome(call: () => Promise<ViewAnswer>): Promise<ViewOutcome> {
  const answer = await callSlack(call)
  if (answer.ok)
    return { kind: 'shown', viewId: answer.value.view?.id ?? '', hash: answer.value.view?.hash ?? '' }
  return toFailure(answer.failure)
}

function toFailure({ kind, code }: ApiFailure): ViewOutcome {
  if (code === 'hash_conflict') return { kind: 'stale' }
  return kind === 'gone' ? { kind: 'gone' } : { kind: 'failed', code }
}
