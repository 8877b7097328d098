import type { LeadContent } from '../../lead/lead.ts'

/**
 * Under which heading SingleOps lists the lead, as a sentence. Source: the Lead Entry API page. A new client stays unconfirmed also
 * with a task.
 */
export function singleOpsEffect(content: Pick<LeadContent, 'client' | 'task'>): string | undefined {
  switch (content.client.kind) {
    case 'new':
      return 'SingleOps shows it as *Unconfirmed Client* until the office confirms client and location.'
    case 'existing':
      return content.task
        ? 'SingleOps shows it as *Estimate Scheduled* once it has a location, till then as *Estimate Unscheduled*.'
        : 'SingleOps shows it as *Estimate Unscheduled*.'
    case 'undecided':
      return undefined
  }
}
