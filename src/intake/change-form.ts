import type { Extraction } from '../extract/extraction.ts'
import type { Draft } from '../lead/draft.ts'
import type { AccountKey, OperationId } from '../lead/ids.ts'
import { findAccount } from './account.ts'
import { withDefaults } from './begin-form.ts'
import { withoutOutdatedOffer } from './compare-again.ts'
import { anew, fillIn, withNoteMovedAnew } from './fill-in.ts'
import { withPartsAndLines } from './name-and-address.ts'
import type { AccountCatalog } from './ports.ts'
import { toEntry } from './pre-fill.ts'
import type { AccountIntake, IntakeSettings } from './settings.ts'

/** What a person did in an open form, apart from typing. */
export type FormChange =
  /** Something was chosen that decides what else is shown. */
  | { readonly kind: 'chosen' }
  | { readonly kind: 'more'; readonly show: boolean }
  | { readonly kind: 'account'; readonly account: AccountKey }
  /** *Fill in*: a pasted or dictated text was read. */
  | { readonly kind: 'filled-in'; readonly extraction: Extraction }
  | { readonly kind: 'picked'; readonly field: 'phone' | 'address'; readonly value: string }
  | { readonly kind: 'use-client' }
  | { readonly kind: 'not-client' }

export type ChangeContext = {
  readonly settings: IntakeSettings
  readonly catalog: (account: AccountKey) => AccountCatalog | undefined
  readonly lastOperation: (account: AccountKey) => OperationId | undefined
}

const PARTS = [
  'firstName',
  'lastName',
  'companyName',
  'secondPhone',
  'street',
  'unit',
  'city',
  'state',
  'postalCode',
]
const LINES = ['name', 'address']

/** The draft after the change; `draft.entry` is what the form said when it was made. Nothing typed is lost. */
export function changeForm(draft: Draft, change: FormChange, context: ChangeContext): Draft {
  const account = findAccount(context.settings, draft.account)
  if (!account) throw new RangeError(`account ${draft.account} is not in the settings`)
  const changed = applyChange(withoutOutdatedOffer(draft, account), change, account, context)
  return withoutOutdatedOffer(changed, account)
}

function applyChange(
  draft: Draft,
  change: FormChange,
  account: AccountIntake,
  context: ChangeContext,
): Draft {
  switch (change.kind) {
    case 'chosen':
      return draft
    case 'more': {
      const moved = withNoteMovedAnew(draft, account.country)
      return anew(
        { ...moved, entry: withPartsAndLines(moved.entry, account.country), showsMore: change.show },
        change.show ? PARTS : LINES,
      )
    }
    case 'account':
      return changeAccount(draft, change.account, context)
    case 'filled-in':
      return fillIn(draft, toEntry(change.extraction, account), account, true)
    case 'picked': {
      const moved = withNoteMovedAnew(draft, account.country)
      return anew(
        {
          ...moved,
          entry: withPartsAndLines({ ...moved.entry, [change.field]: change.value }, account.country),
          choices: (draft.choices ?? []).filter((choice) => choice.field !== change.field),
        },
        [change.field, ...PARTS],
      )
    }
    case 'use-client':
      return draft.offered ? { ...draft, chosenClient: draft.offered } : draft
    case 'not-client': {
      const { chosenClient: _, ...rest } = draft
      return rest
    }
  }
}

// What belongs to the old account (operation, custom inputs) means nothing in the new one.
function changeAccount(draft: Draft, key: AccountKey, context: ChangeContext): Draft {
  const account = findAccount(context.settings, key)
  const catalog = context.catalog(key)
  if (!account) throw new RangeError(`account ${key} is not in the settings`)
  const { operationId: _, customValues: __, ...entry } = draft.entry
  const { chosenClient: ___, offered: ____, match: _____, recalled: ______, ...rest } = draft
  const moved = { ...rest, account: key, entry }
  return catalog ? withDefaults(moved, account, catalog, context.lastOperation(key)) : moved
}
