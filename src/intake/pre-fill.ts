import type { Extraction } from '../extract/extraction.ts'
import type { Draft, WayIn } from '../lead/draft.ts'
import type { CustomInputId, OperationId } from '../lead/ids.ts'
import { present } from '../lead/present.ts'
import { findLeadSource, valueNamed } from './custom-fields.ts'
import type { AccountCatalog, Operation } from './ports.ts'
import type { AccountIntake } from './settings.ts'
import { contactToEntry, splitNeed } from './to-entry.ts'

export type Read = Pick<Draft, 'entry' | 'hints' | 'choices'>

/** What the form says after a text or an email was read. */
export function toEntry(extraction: Extraction, account: AccountIntake): Read {
  const { contact, address, notes } = extraction
  return present({
    entry: {
      ...contactToEntry(contact, address, account.country),
      ...splitNeed(notes),
    },
    hints: toHints(extraction),
    choices: extraction.choices.length > 0 ? extraction.choices : undefined,
  })
}

/** Hints stand beside the fields of the short form; only weak readings get one. */
function toHints({ evidence }: Extraction): Record<string, string> {
  const fields = {
    phone: ['mobile', 'phone'],
    email: ['email'],
    name: ['firstName', 'lastName', 'companyName'],
    address: ['street', 'unit', 'city', 'state', 'postalCode'],
    need: ['notes'],
  } as const
  const hints = Object.entries(fields).flatMap(([field, sources]) => {
    const weak = sources.map((source) => evidence[source]).find((found) => found?.confidence === 'weak')
    return weak ? [[field, `${capitalise(weak.origin)}; please check`]] : []
  })
  return Object.fromEntries(hints)
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

export type OperationDefault = { readonly id: OperationId; readonly hint?: string }

/** The only active operation, else the channel's, else the taker's last one (and says so). */
export function defaultOperation(
  account: AccountIntake,
  catalog: AccountCatalog,
  channel: string | undefined,
  last: OperationId | undefined,
): OperationDefault | undefined {
  const active = catalog.operations.filter((operation) => operation.active)
  const [only] = active
  if (only && active.length === 1) return { id: only.id }
  const named =
    (channel === undefined ? undefined : account.defaultOperations[channel]) ?? account.defaultOperations['*']
  const byChannel = named === undefined ? undefined : active.find((operation) => isNamed(operation, named))
  if (byChannel) return { id: byChannel.id }
  const remembered = active.find((operation) => operation.id === last)
  return remembered && { id: remembered.id, hint: 'As last time' }
}

/** The lead source by what was read ("Angi"), else by the way in. Never remembered from lead to lead. */
export function defaultSource(
  account: AccountIntake,
  catalog: AccountCatalog,
  wayIn: WayIn,
  read: string | undefined,
): Record<CustomInputId, string> {
  const input = findLeadSource(account, catalog)
  if (!input) return {}
  const preset = account.leadSource.byWayIn[wayIn]
  for (const words of [read, preset]) {
    const value = words === undefined ? undefined : valueNamed(input, words)
    if (value !== undefined) return { [input.id]: value }
  }
  return {}
}

function isNamed(operation: Operation, name: string): boolean {
  return operation.id === name || operation.name.toLowerCase() === name.trim().toLowerCase()
}
