import type { WebClient } from '@slack/web-api'
import type { Decided, DecisionInput } from '../delivery/decide.ts'
import type { Intake } from '../intake/create-intake.ts'
import type { Inbox } from '../intake/inbox/create-inbox.ts'
import type { LeadId } from '../lead/ids.ts'
import type { Lead, SourceMessage } from '../lead/lead.ts'
import type { Check } from '../ops/check.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { Tracing } from '../ops/tracing.ts'
import type { Refusal } from './access/access.ts'
import type { Deciders } from './deciders.ts'
import type { SlackSettings } from './settings.ts'
import type { ViewCalls } from './view-calls.ts'

/** What the composition root hands to the Slack room. */
export type SlackParts = {
  readonly settings: SlackSettings
  readonly intake: Intake
  readonly inbox: Inbox
  readonly decide: (input: DecisionInput) => Promise<Decided>
  readonly findLead: (id: LeadId) => Promise<Lead | undefined>
  readonly findLeadFrom: (source: Pick<SourceMessage, 'channel' | 'ts'>) => Promise<Lead | undefined>
  readonly unfinishedForMs: number
  /** For `/lead doctor`. */
  readonly checks: readonly Check[]
  /** Epoch ms. */
  readonly now: () => number
  /** 0 ≤ n < 1. */
  readonly random: () => number
  readonly log: Log
  readonly metrics: Metrics
  readonly tracing: Tracing
}

/** What the listeners work with. */
export type Desk = SlackParts & {
  /** For calls that may be repeated shortly. */
  readonly client: WebClient
  readonly views: ViewCalls
  readonly deciders: Deciders
  /**
   * Why somebody may not enter leads. A form opens before that is known; what is shown of customers waits for it.
   */
  readonly refusalOf: (user: string) => Promise<Refusal | undefined>
  /** By view: what changes a form is done in the order of the person's acts. */
  readonly inOrder: <T>(viewId: string, work: () => Promise<T>) => Promise<T>
}
