import type { Draft, FollowUpEntry } from '../lead/draft.ts'
import { CAPS } from '../lead/limits.ts'
import { type CustomField, customFieldsFor } from './custom-fields.ts'
import { withPartsAndLines } from './name-and-address.ts'
import { isRepeatedTime, offeredPresets } from './plan-follow-up.ts'
import type { AccountCatalog, Operation } from './ports.ts'
import type { AccountIntake, FollowUpPreset, IntakeSettings } from './settings.ts'

/** Everything that a form shows, in no language of any chat. */
export type FormModel = {
  readonly draft: Draft
  readonly account: AccountIntake
  /** To choose from; empty when there is only one. */
  readonly accounts: readonly Pick<AccountIntake, 'key' | 'name'>[]
  /** Active ones only. */
  readonly operations: readonly Operation[]
  /** Those of the short form, or all when more is shown; hidden ones never. */
  readonly customFields: readonly CustomField[]
  readonly presets: readonly FollowUpPreset[]
  readonly followUp: FollowUpEntry
  /** The picked time comes twice: which one is asked. */
  readonly asksOccurrence: boolean
  readonly jobNameCap: number
}

export type DescribeContext = {
  readonly settings: IntakeSettings
  readonly account: AccountIntake
  readonly catalog: AccountCatalog
  /** Epoch ms. */
  readonly now: number
}

export function describeForm(draft: Draft, context: DescribeContext): FormModel {
  const { settings, account, catalog, now } = context
  const presets = offeredPresets({
    presets: settings.followUp.presets,
    timeZone: account.timeZone,
    now,
  })
  const followUp = draft.entry.followUp ?? { kind: 'none' }
  return {
    draft: { ...draft, entry: withPartsAndLines(draft.entry, account.country) },
    account,
    // A lead in trouble is mended where it was made: ids of one account mean nothing in another.
    accounts: settings.accounts.length > 1 && !draft.fixes ? settings.accounts : [],
    operations: catalog.operations.filter((operation) => operation.active),
    customFields: customFieldsFor(account, catalog, draft.entry.operationId).filter(
      ({ place }) => place === 'short' || (place === 'more' && draft.showsMore === true),
    ),
    presets,
    followUp: withDefaultTime(followUp, presets),
    asksOccurrence: followUp.when === 'pick' && isRepeatedTime(followUp, account.timeZone),
    jobNameCap: CAPS.jobName,
  }
}

function withDefaultTime(followUp: FollowUpEntry, presets: readonly FollowUpPreset[]): FollowUpEntry {
  if (followUp.kind === 'none' || followUp.when) return followUp
  const [first] = presets
  return { ...followUp, when: first?.key ?? 'pick' }
}
