import { accountKey, clientId, draftId, leadId, operationId, reference, userId } from '../../src/lead/ids.ts'
import type { Lead, LeadContent } from '../../src/lead/lead.ts'

/** Mon 23 Nov 2026, 14:00 UTC. */
export const START = Date.UTC(2026, 10, 23, 14)
export const MAIN = accountKey('main')

let made = 0

export function aContent(parts: Partial<LeadContent> = {}): LeadContent {
  return {
    client: { kind: 'new' },
    contact: { firstName: 'Jane', lastName: 'Smith', phone: '+17705550123' },
    address: { street: '200 Main St', city: 'Marietta', state: 'GA' },
    operation: { id: operationId('7'), name: 'Tree Care' },
    jobName: 'Oak on fence – 200 Main St',
    need: 'oak on fence',
    customValues: [],
    ...parts,
  }
}

export const existingClient = {
  kind: 'existing',
  id: clientId(12345),
  name: 'Jane Smith',
  newFacts: [],
} as const

/** A queued lead for a new client, confirmed at `START`. */
export function aLead(parts: Partial<Lead> = {}): Lead {
  made += 1
  const number = String(made).padStart(6, '0')
  return {
    id: leadId(`lead-${number}`),
    reference: reference(`LH-${number}`),
    account: MAIN,
    draftId: draftId(`draft-${number}`),
    taker: userId('U1'),
    state: 'queued',
    version: 1,
    content: aContent(),
    confirmedAt: START,
    stateSince: START,
    attempts: 0,
    looks: 0,
    ...parts,
  }
}
