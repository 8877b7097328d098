import type { Draft } from '../../../src/lead/draft.ts'
import {
  accountKey,
  clientId,
  draftId,
  jobId,
  leadId,
  operationId,
  reference,
  userId,
} from '../../../src/lead/ids.ts'
import type { Lead, LeadContent } from '../../../src/lead/lead.ts'
import type { MessageContext } from '../../../src/slack/messages/message.ts'

/** 2:14 pm in New York. */
export const NOW = Date.parse('2026-11-24T19:14:00Z')

export const SAM = userId('U0SAM')
export const OLIVIA = userId('U0OLIVIA')

export function aContent(over: Partial<LeadContent> = {}): LeadContent {
  return {
    client: { kind: 'new' },
    contact: { firstName: 'Jane', lastName: 'Smith', mobile: '+17705550123', email: 'jane@example.com' },
    address: { street: '200 Main St', city: 'Marietta', state: 'GA', postalCode: '30060' },
    operation: { id: operationId(7), name: 'Tree Care' },
    jobName: 'Oak – Main St',
    need: 'Oak fell on the fence',
    source: 'Phone call',
    customValues: [],
    ...over,
  }
}

export function aLead({
  content,
  ...over
}: Partial<Omit<Lead, 'content'>> & { content?: Partial<LeadContent> } = {}): Lead {
  return {
    id: leadId('0193a1b2-0000-7000-8000-000000000001'),
    reference: reference('LH-7K2M9Q'),
    account: accountKey('main'),
    draftId: draftId('0193a1b2-0000-7000-8000-00000000000d'),
    taker: SAM,
    state: 'delivered',
    version: 4,
    content: aContent(content),
    confirmedAt: NOW - 5000,
    stateSince: NOW,
    attempts: 1,
    looks: 0,
    ...(over.state === undefined && { jobId: jobId(148830) }),
    ...over,
  }
}

export function aDraft(over: Partial<Draft> = {}): Draft {
  return {
    id: draftId('0193a1b2-0000-7000-8000-00000000000d'),
    account: accountKey('main'),
    taker: SAM,
    state: 'submitted',
    revision: 1,
    wayIn: 'command',
    entry: { name: 'Jane Smith', phone: '770-555-0123', need: 'Oak fell on the fence' },
    createdAt: NOW - 60_000,
    updatedAt: NOW,
    ...over,
  }
}

export function aContext(settings: Partial<MessageContext['settings']> = {}): MessageContext {
  return {
    now: NOW,
    settings: {
      accountNames: new Map([[accountKey('main'), 'Main']]),
      accountTimeZones: new Map([[accountKey('main'), 'America/New_York']]),
      ...settings,
    },
  }
}

export const existingClient = (newFacts: readonly string[] = []): LeadContent['client'] => ({
  kind: 'existing',
  id: clientId(12345),
  name: 'Smith Residence',
  newFacts,
})
