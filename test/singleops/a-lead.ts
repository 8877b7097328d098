import { accountKey, draftId, leadId, operationId, reference, userId } from '../../src/lead/ids.ts'
import type { Lead, LeadContent } from '../../src/lead/lead.ts'

export function aLead(content: Partial<LeadContent> = {}): Lead {
  return {
    id: leadId('0193-lead'),
    reference: reference('LH-7K2M9Q'),
    account: accountKey('main'),
    draftId: draftId('0193-draft'),
    taker: userId('U1'),
    state: 'sending',
    version: 2,
    content: {
      client: { kind: 'new' },
      contact: { firstName: 'Jane', lastName: 'Smith', mobile: '+17705550123' },
      address: { street: '200 Main St', unit: 'Apt 4', city: 'Marietta', state: 'GA', postalCode: '30060' },
      operation: { id: operationId('11'), name: 'Tree Care' },
      jobName: 'Oak on fence – 200 Main St',
      need: 'Oak on the fence',
      customValues: [],
      ...content,
    },
    confirmedAt: 0,
    stateSince: 0,
    attempts: 1,
    looks: 0,
  }
}
