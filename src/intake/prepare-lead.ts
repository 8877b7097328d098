import { hasAddress } from '../lead/address.ts'
import { contactName } from '../lead/contact.ts'
import type { Draft, Entry } from '../lead/draft.ts'
import { composeJobName } from '../lead/job-name.ts'
import type { CustomValue, LeadContent } from '../lead/lead.ts'
import { CAPS } from '../lead/limits.ts'
import { present } from '../lead/present.ts'
import { checkAddress } from './check-address.ts'
import { type CheckedContact, checkContact } from './check-contact.ts'
import { checkCustomValues } from './check-custom-values.ts'
import { customFieldsFor, displayOf, findLeadSource } from './custom-fields.ts'
import { withNoteMoved } from './name-and-address.ts'
import { planFollowUp } from './plan-follow-up.ts'
import type { AccountCatalog, Operation } from './ports.ts'
import { checkLength, type Problem } from './problem.ts'
import type { AccountIntake, IntakeSettings } from './settings.ts'

export type PrepareContext = {
  readonly account: AccountIntake
  readonly catalog: AccountCatalog
  readonly followUp: IntakeSettings['followUp']
  /** The taker's first name. */
  readonly takerName: string
  /** Epoch ms. */
  readonly now: number
}

export type Prepared =
  | {
      readonly kind: 'ready'
      readonly content: Omit<LeadContent, 'client'>
      readonly hints: CheckedContact['hints']
    }
  | { readonly kind: 'wrong'; readonly problems: readonly Problem[] }

/** Turns what was typed into what can be confirmed, or names everything that has to be changed. */
export function prepareLead(draft: Pick<Draft, 'entry' | 'chosenClient'>, context: PrepareContext): Prepared {
  const { account, catalog } = context
  const entry = withNoteMoved(draft.entry, account.country)
  const { contact, hints, problems: contactProblems } = checkContact(entry, account)
  const { address, problems: addressProblems } = checkAddress(entry, account)
  const operation = catalog.operations.find((one) => one.id === entry.operationId && one.active)
  const custom = checkCustomValues(
    customFieldsFor(account, catalog, entry.operationId),
    entry.customValues ?? {},
  )
  const customerName = contactName(contact) ?? draft.chosenClient?.name
  const plan = planFollowUp(entry.followUp, {
    ...context.followUp,
    timeZone: account.timeZone,
    now: context.now,
    takerName: context.takerName,
    customerName,
  })
  const need = needOf(entry)
  const problems = [
    ...contactProblems,
    ...addressProblems,
    ...checkOperation(entry, operation),
    // A client that is already chosen has a name and a way to be reached.
    ...(draft.chosenClient ? [] : checkReachable(entry, customerName, hasStreet(entry, address))),
    ...custom.problems,
    ...(plan.kind === 'wrong' ? plan.problems : []),
    ...[checkNeed(entry, need), checkLength('jobName', 'The job name', entry.jobName, CAPS.jobName)].filter(
      (problem) => problem !== undefined,
    ),
  ]
  if (problems.length > 0 || !operation) return { kind: 'wrong', problems }
  const source = sourceOf(entry, custom.values, account, catalog)
  return {
    kind: 'ready',
    hints,
    content: present({
      takerName: context.takerName,
      contact,
      address,
      operation: { id: operation.id, name: operation.name },
      jobName: entry.jobName || composeJobName(need, address),
      need,
      source,
      customValues: custom.values,
      task: plan.kind === 'planned' ? plan.task : undefined,
    }),
  }
}

// SITE line, new facts, taker, source and reference; the longest of them (an address of five full fields) is rare.
export const RESERVED_FOR_OUR_LINES = 400

/** The need as it will be sent: the box, and the rest behind it where the taker wants it. */
export function needOf(entry: Entry): string {
  const typed = entry.need ?? ''
  return entry.rest?.send ? `${typed}${entry.rest.text}` : typed
}

function checkNeed(entry: Entry, need: string): Problem | undefined {
  const remedy = entry.rest?.send ? 'Please shorten it, or untick "Send the rest too".' : undefined
  return checkLength('need', 'What they need', need, CAPS.jobNotes - RESERVED_FOR_OUR_LINES, remedy)
}

function checkOperation(entry: Entry, operation: Operation | undefined): Problem[] {
  if (operation) return []
  const text = entry.operationId
    ? 'This operation is not active any more. Please choose another one.'
    : 'Please choose the operation.'
  return [{ field: 'operation', text }]
}

function checkReachable(entry: Entry, name: string | undefined, street: boolean): Problem[] {
  const problems: Problem[] = []
  if (!name) problems.push({ field: 'name', text: 'Please enter a name: the person or the company.' })
  if (!entry.phone && !entry.secondPhone && !entry.email && !street) {
    problems.push({ field: 'phone', text: 'Please enter a phone, an email or a street address.' })
  }
  return problems
}

function hasStreet(entry: Entry, address: LeadContent['address']): boolean {
  return Boolean(address.street) || (hasAddress(address) && Boolean(entry.address))
}

/** What is sent for it; where its input is not among the operation's, what was chosen. */
function sourceOf(
  entry: Entry,
  sent: readonly CustomValue[],
  account: AccountIntake,
  catalog: AccountCatalog,
): string | undefined {
  const input = findLeadSource(account, catalog)
  const value =
    input && (sent.find(({ inputId }) => inputId === input.id)?.value ?? entry.customValues?.[input.id])
  return input && value ? displayOf(input, value) : undefined
}
