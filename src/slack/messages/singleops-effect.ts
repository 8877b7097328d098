import type { LeadContent } from '../../lead/lead.ts'

/**
 * Under which heading SingleOps lists the lead, as a sentence. Source: the Lead Entry API page. A new client stays unconfirmed also
 * with a task, and so does a client who was new the last time and was not confirmed since.
 */
export function singleOpsEffect(content: Pick<LeadContent, 'client' | 'task'>): string | undefined {
  switch (content.client.kind) {
    case 'new':
      return UNCONFIRMED
    case 'existing':
      if (content.client.isUnconfirmed) return UNCONFIRMED
      return content.task
        ? 'SingleOps shows it as *Estimate Scheduled* once it has a location, till then as *Estimate Unscheduled*.'
        : 'SingleOps shows it as *Estimate Unscheduled*.'
    case 'undecided':
      return undefined
  }
}

const UNCONFIRMED =
  'SingleOps shows it as *Unconfirmed Client* until the office confirms client and location.'
