import type { NewLead } from '../../src/intake/ports.ts'
import type { Draft } from '../../src/lead/draft.ts'
import { accountKey, draftId, leadId, operationId, reference, userId } from '../../src/lead/ids.ts'
import type { Attempt, LeadContent } from '../../src/lead/lead.ts'

/** Mon 23 Nov 2026, 14:00 UTC. */
export const NOON = Date.UTC(2026, 10, 23, 14)

let made = 0
const next = (): string => String(++made).padStart(6, '0')

export function aDraft(parts: Partial<Draft> = {}): Draft {
  return {
    id: draftId(`draft-${next()}`),
    account: accountKey('main'),
    taker: userId('U1'),
    state: 'submitted',
    revision: 1,
    wayIn: 'command',
    entry: { name: 'Jane Smith', phone: '770 555 0123', need: 'oak on fence' },
    createdAt: NOON,
    updatedAt: NOON,
    ...parts,
  }
}

export function someContent(parts: Partial<LeadContent> = {}): LeadContent {
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

export function aNewLead(parts: Partial<NewLead> = {}): NewLead {
  const number = next()
  return {
    id: leadId(`lead-${number}`),
    reference: reference(`LH-${number}`),
    account: accountKey('main'),
    draftId: draftId(`draft-of-${number}`),
    taker: userId('U1'),
    state: 'queued',
    content: someContent(),
    confirmedAt: NOON,
    ...parts,
  }
}

export function anAttempt(parts: Pick<Attempt, 'leadId'> & Partial<Attempt>): Attempt {
  return { id: `attempt-${next()}`, number: 1, owner: 'me', startedAt: NOON, ...parts }
}
