import type { Task } from './follow-up.ts'
import { type AccountKey, draftId, leadId, type OperationId, reference, userId } from './ids.ts'
import type { CustomValue, Lead } from './lead.ts'

/** What stands wherever a sample can be seen, so that nobody takes it for a customer. */
export const SAMPLE_MARK = 'TEST – delete me'

/** A lead of nobody, to try the way to SingleOps and to Slack with. */
export function sampleLead(parts: {
  readonly account: AccountKey
  readonly operation: { readonly id: OperationId; readonly name: string }
  readonly customValues?: readonly CustomValue[]
  readonly task?: Task
  /** Epoch ms. */
  readonly now: number
}): Lead {
  const { account, operation, customValues = [], task, now } = parts
  return {
    id: leadId('00000000-0000-7000-8000-000000000000'),
    reference: reference('LH-TEST00'),
    account,
    draftId: draftId('00000000-0000-7000-8000-000000000000'),
    taker: userId('USLACKBOT'),
    state: 'queued',
    version: 1,
    content: {
      client: { kind: 'new' },
      // A number and an address that belong to nobody.
      contact: {
        firstName: 'TEST',
        // Names of clients are unique in an account; the test may be sent again.
        lastName: `delete me ${now.toString(36).slice(-5)}`,
        email: 'leadhand-test@example.com',
        mobile: '+14045550199',
      },
      address: { street: '1 Test St', city: 'Marietta', state: 'GA', postalCode: '30060' },
      operation,
      jobName: SAMPLE_MARK,
      need: `${SAMPLE_MARK}. Leadhand was set up and sent this to see where it lands.`,
      source: 'Phone',
      customValues,
      ...(task && { task }),
    },
    confirmedAt: now,
    stateSince: now,
    attempts: 0,
    looks: 0,
  }
}
