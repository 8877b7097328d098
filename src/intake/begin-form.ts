import type { Extraction } from '../extract/extraction.ts'
import type { Draft, Entry, ShownClient, WayIn } from '../lead/draft.ts'
import type { AccountKey, DraftId, LeadId, OperationId, UserId } from '../lead/ids.ts'
import type { SourceMessage } from '../lead/lead.ts'
import { present } from '../lead/present.ts'
import { accountForChannel, findAccount } from './account.ts'
import type { AccountCatalog } from './ports.ts'
import { defaultOperation, defaultSource, toEntry } from './pre-fill.ts'
import type { AccountIntake, IntakeSettings } from './settings.ts'

export type FormRequest = {
  readonly taker: UserId
  readonly wayIn: WayIn
  /** Where it was asked for; preselects account and operation. */
  readonly channel?: string
  /** Overrules the channel's account. */
  readonly account?: AccountKey
  /** What was read out of a text or an email. */
  readonly extraction?: Extraction
  readonly source?: SourceMessage
  /** Kept from another lead. */
  readonly entry?: Entry
  readonly chosenClient?: ShownClient
  readonly fixes?: LeadId
  /** To be said above the form, in the chat's markup. */
  readonly notice?: string
}

/** A new draft, filled with what is known without asking anybody. Choices out of the catalog come with `withDefaults`. */
export function createDraft(request: FormRequest, settings: IntakeSettings, id: DraftId, now: number): Draft {
  const account = accountOf(request, settings)
  const read = request.extraction ? toEntry(request.extraction, account) : { entry: {} }
  return present({
    id,
    account: account.key,
    taker: request.taker,
    state: 'open' as const,
    revision: 0,
    wayIn: request.wayIn,
    entry: { ...request.entry, ...read.entry },
    hints: read.hints,
    choices: read.choices,
    channel: request.channel,
    source: request.source,
    chosenClient: request.chosenClient,
    fixes: request.fixes,
    notice: request.notice,
    readSource: request.extraction?.source,
    // The box for pasted text is for an empty form.
    editions: isEmpty(request) ? undefined : { pasted: 1 },
    createdAt: now,
    updatedAt: now,
  })
}

/** Presets operation and lead source where they are still open. */
export function withDefaults(
  draft: Draft,
  account: AccountIntake,
  catalog: AccountCatalog,
  last: OperationId | undefined,
): Draft {
  const isOffered = catalog.operations.some(
    (operation) => operation.id === draft.entry.operationId && operation.active,
  )
  const preset = isOffered ? undefined : defaultOperation(account, catalog, draft.channel, last)
  const operationId = isOffered ? draft.entry.operationId : preset?.id
  const { operationId: _, ...entry } = draft.entry
  return {
    ...draft,
    entry: {
      ...entry,
      ...(operationId && { operationId }),
      customValues: {
        ...defaultSource(account, catalog, draft.wayIn, draft.readSource),
        ...entry.customValues,
      },
    },
    ...(preset?.hint && { hints: { ...draft.hints, operation: preset.hint } }),
  }
}

function isEmpty(request: FormRequest): boolean {
  return (
    !request.extraction && !request.chosenClient && !request.fixes && !request.source && !request.entry?.name
  )
}

function accountOf(request: FormRequest, settings: IntakeSettings): AccountIntake {
  const asked = request.account && findAccount(settings, request.account)
  return asked ?? accountForChannel(settings, request.channel)
}
