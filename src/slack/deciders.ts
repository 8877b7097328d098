import type { Lead } from '../lead/lead.ts'
import type { MemberLists } from './access/member-lists.ts'
import type { SlackSettings } from './settings.ts'

export type Deciders = {
  /** The taker, the office, and whom the settings name. While Slack doesn't say who is in the office, its last answer counts. */
  mayDecide(user: string, lead: Pick<Lead, 'taker'>): Promise<boolean>
  /** Whether somebody may decide about any lead. */
  isOffice(user: string): Promise<boolean>
}

export function createDeciders(
  settings: Pick<SlackSettings, 'officeGroup' | 'deciders'>,
  members: Pick<MemberLists, 'includes'>,
): Deciders {
  async function isOffice(user: string): Promise<boolean> {
    if (settings.deciders?.some((decider) => decider === user)) return true
    // Without a group in the settings there is no office to keep others out for.
    if (!settings.officeGroup) return true
    return (await members.includes(settings.officeGroup, user)) === true
  }

  return {
    mayDecide: async (user, lead) => user === lead.taker || (await isOffice(user)),
    isOffice,
  }
}
