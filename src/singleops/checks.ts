import type { AccountCatalog } from '../intake/ports.ts'
import type { AccountKey } from '../lead/ids.ts'
import type { Check, CheckResult, Trouble } from '../ops/check.ts'
import type { LiveCatalog } from './catalog.ts'
import { takesReference } from './custom-values.ts'
import { NotAnsweredError } from './errors.ts'
import type { SingleOpsAccount } from './settings.ts'

/** One check per account: address, credentials, and whether a lead could be entered. Writes nothing. */
export function createChecks(
  accounts: readonly SingleOpsAccount[],
  catalog: Pick<LiveCatalog, 'refresh'>,
): Check[] {
  return accounts.map((account) => ({
    name: `singleops:${account.key}`,
    title: accounts.length > 1 ? `SingleOps, account ${account.key}` : 'SingleOps',
    async run(signal) {
      try {
        return judgeCatalog(await catalog.refresh(account.key, signal), account)
      } catch (error) {
        if (!(error instanceof NotAnsweredError)) throw error
        const remedy = remedyFor(error, account.key)
        return { ok: false, problem: problemOf(error), remedy, plain: inPlainWords(error) }
      }
    },
  }))
}

const NO_REFERENCE: Trouble = {
  problem:
    "The lead's reference (LH-…) can't be searched in SingleOps: the custom input for it is missing or of another kind.",
  remedy: 'Ask whoever looks after Leadhand to correct it. Leads go on without it.',
}

function judgeCatalog(catalog: AccountCatalog, account: SingleOpsAccount): CheckResult {
  const active = catalog.operations.filter((operation) => operation.active).length
  if (active === 0) {
    return {
      ok: false,
      problem: 'the account has no active operation, and every lead needs one',
      remedy: 'Activate an operation in SingleOps',
    }
  }
  const wanted = account.referenceInput?.trim().toLowerCase()
  const input = catalog.customInputs.find(
    ({ id, name }) => id === account.referenceInput || name.trim().toLowerCase() === wanted,
  )
  if (wanted !== undefined && !input) {
    return {
      ok: false,
      plain: NO_REFERENCE,
      problem: 'the custom input for the reference is not among the account’s inputs for jobs',
      remedy: 'Correct reference_input, or make such a custom input for jobs in SingleOps',
    }
  }
  if (input && (!takesReference(input) || input.required)) {
    const why = input.required ? 'is required, so people fill it in' : `takes no text, but a ${input.kind}`
    return {
      ok: false,
      plain: NO_REFERENCE,
      problem: `reference_input is ${JSON.stringify(input.name)}, which ${why}: the reference would not be sent`,
      remedy:
        'Name a custom input for jobs in reference_input that takes text and is for the reference alone',
    }
  }
  const reference = input ? `; the reference goes into ${JSON.stringify(input.name)}` : ''
  return {
    ok: true,
    detail: `${active} active operations, ${catalog.customInputs.length} custom inputs${reference}`,
  }
}

function inPlainWords({ code, status }: NotAnsweredError): Trouble {
  const isShutOut = code === 'not_allowed' && (status === 401 || status === 403)
  return isShutOut
    ? {
        problem: "SingleOps doesn't let Leadhand in. Leads are kept until it does.",
        remedy:
          "Look in SingleOps whether Leadhand's API user is still active. If it is, whoever looks after Leadhand has to enter its email and token anew.",
      }
    : {
        problem: "SingleOps doesn't answer Leadhand. Leads are kept and go by themselves when it does.",
        remedy: 'Open SingleOps in your browser. If it works there, tell whoever looks after Leadhand.',
      }
}

function problemOf(error: NotAnsweredError): string {
  return error.status === undefined || error.status === 200
    ? error.message
    : `${error.message} (HTTP ${error.status})`
}

function remedyFor(error: NotAnsweredError, account: AccountKey): string {
  switch (error.code) {
    case 'not_allowed':
      return error.status === 401 || error.status === 403
        ? `Check the API user's email and token of account ${account}`
        : 'Check SINGLEOPS_BASE_URL; it ends in /api/v1/'
    case 'rate_limited':
      return 'Wait a little; if it stays, ask SingleOps for a higher limit'
    case 'unreadable':
      return 'Check SINGLEOPS_BASE_URL; something else than the Lead Entry API answers there'
    default:
      return 'Check SINGLEOPS_BASE_URL and the way from this machine to it; leads are kept meanwhile'
  }
}
