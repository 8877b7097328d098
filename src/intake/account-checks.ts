import { present } from '../lead/present.ts'
import type { Check, CheckResult } from '../ops/check.ts'
import { checkValue } from './check-custom-values.ts'
import { customFieldsFor, findLeadSource, isDropdown } from './custom-fields.ts'
import type { AccountCatalog, Catalog, CustomInput } from './ports.ts'
import type { AccountIntake } from './settings.ts'

/** One check per account: whether the settings fit what SingleOps offers, so that its form can be filled in. */
export function createAccountChecks(
  accounts: readonly AccountIntake[],
  catalog: Pick<Catalog, 'load'>,
): Check[] {
  return accounts.map((account) => ({
    name: `form:${account.key}`,
    title: accounts.length > 1 ? `Form of account ${account.key}` : 'Form',
    run: async (signal) => judge(account, await catalog.load(account.key, signal)),
  }))
}

function judge(account: AccountIntake, catalog: AccountCatalog): CheckResult {
  const problems = [
    ...findLostSource(account, catalog),
    ...findLostNames(account, catalog),
    ...findUnfillable(account, catalog),
  ]
  const [first] = problems
  if (first) return { ok: false, problem: problems.join('; '), remedy: REMEDY, plain: PLAIN }
  const source = findLeadSource(account, catalog)
  const shown = catalog.customInputs.filter(({ required }) => required).length
  const sourceWords = source
    ? `the lead source goes into ${JSON.stringify(source.name)}`
    : 'there is no custom input for the lead source, so it only stands on cards'
  return {
    ok: true,
    detail: `${shown} required custom ${shown === 1 ? 'input' : 'inputs'}, all can be filled; ${sourceWords}`,
  }
}

const REMEDY =
  'Correct the account in the configuration file (see leadhand.example.yml), or the custom input in SingleOps'

const PLAIN = {
  problem: "The form doesn't fit what SingleOps asks for any more: a lead may be refused.",
  remedy:
    'Did somebody rename or add an operation or a custom input in SingleOps? Tell whoever looks after Leadhand.',
}

// What stands in the settings unless somebody changes it: an account without such an input is none the worse.
const SOURCE_BY_DEFAULT = 'Lead Source'

function findLostSource(account: AccountIntake, catalog: AccountCatalog): string[] {
  const { input } = account.leadSource
  if (input === undefined || input === SOURCE_BY_DEFAULT || findLeadSource(account, catalog)) return []
  return [`lead_source.input is ${JSON.stringify(input)}, and SingleOps has no such custom input for jobs`]
}

/** Operations and custom inputs that the settings name and SingleOps doesn't have. */
function findLostNames(account: AccountIntake, catalog: AccountCatalog): string[] {
  const lostOperations = Object.values(account.defaultOperations).filter(
    (wanted) => !catalog.operations.some(({ id, name, active }) => active && isSame(wanted, id, name)),
  )
  const lostInputs = Object.keys(account.customInputs).filter(
    (wanted) => !catalog.customInputs.some(({ id, name }) => isSame(wanted, id, name)),
  )
  return [
    ...new Set(
      lostOperations.map((name) => `default_operations names ${JSON.stringify(name)}, no active operation`),
    ),
    ...lostInputs.map((name) => `custom_inputs names ${JSON.stringify(name)}, no custom input for jobs`),
  ]
}

/** Required inputs that no person can fill, and fixed values that SingleOps would refuse. */
function findUnfillable(account: AccountIntake, catalog: AccountCatalog): string[] {
  const operations = [undefined, ...catalog.operations.filter(({ active }) => active).map(({ id }) => id)]
  const fields = operations.flatMap((operation) => customFieldsFor(account, catalog, operation))
  const byId = new Map(fields.map((field) => [field.input.id, field]))
  return [...byId.values()].flatMap(({ input, place }) => {
    const hidden = typeof place === 'object' ? place.hiddenWith : undefined
    const problem = problemOf(input, present({ hidden }))
    return problem ? [`${JSON.stringify(input.name)} ${problem}`] : []
  })
}

function problemOf(input: CustomInput, { hidden }: { readonly hidden?: string }): string | undefined {
  if (hidden !== undefined) {
    if (checkValue(input, hidden) === undefined) return undefined
    const trouble = isDropdown(input) ? 'has no option' : "can't take"
    return `${trouble} ${JSON.stringify(hidden)}, which custom_inputs always sends`
  }
  if (!input.required) return undefined
  if (isDropdown(input) && input.options.length === 0) return 'is required and has no options to choose from'
  return input.kind === 'other' ? 'is required, and is of a kind that Leadhand does not know' : undefined
}

function isSame(wanted: string, id: string, name: string): boolean {
  return wanted === id || wanted.trim().toLowerCase() === name.trim().toLowerCase()
}
