import type { AccountKey } from '../lead/ids.ts'
import { releaseAccount } from './blocked-account.ts'
import { createBreaker } from './breaker.ts'
import { type Decided, type DecisionInput, decide } from './decide.ts'
import { deliverLead } from './deliver-lead.ts'
import type { DeliveryDeps } from './deps.ts'
import { lookUpLead } from './look-up.ts'
import type { WakeUpHandler } from './ports.ts'
import { sweepLeads } from './sweep.ts'

export type Delivery = {
  readonly handlers: { readonly deliver: WakeUpHandler; readonly 'look-up': WakeUpHandler }
  decide(input: DecisionInput): Promise<Decided>
  /** To be run each minute. */
  sweep(): Promise<void>
  /** To be called when a check of the account's settings has succeeded; a successful attempt does it by itself. */
  releaseAccount(account: AccountKey): Promise<void>
}

export function createDelivery(deps: DeliveryDeps): Delivery {
  const context = { ...deps, breaker: createBreaker(deps.settings, deps.now) }
  return {
    handlers: {
      deliver: (wakeUp, signal) => deliverLead(wakeUp, signal, context),
      'look-up': (wakeUp, signal) => lookUpLead(wakeUp, signal, context),
    },
    decide: (input) => decide(input, context),
    sweep: () => sweepLeads(context),
    releaseAccount: (account) => releaseAccount(account, context),
  }
}
