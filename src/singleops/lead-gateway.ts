import { RetryLaterError } from '../delivery/errors.ts'
import type { LeadGateway } from '../delivery/ports.ts'
import type { Catalog, CustomInput } from '../intake/ports.ts'
import type { Lead } from '../lead/lead.ts'
import { type Accounts, findAccount } from './accounts.ts'
import { toJobRequest } from './job-request.ts'
import { judgePost } from './judge-post.ts'
import type { Poster } from './posting.ts'
import type { SingleOpsAccount } from './settings.ts'

export type GatewayDeps = {
  readonly poster: Poster
  readonly catalog: Pick<Catalog, 'load'>
  readonly accounts: Accounts
  readonly now: () => number
}

export type SingleOpsGateway = LeadGateway & {
  /** The exact body that `post` would send, without credentials. Rejects as `post` does when the custom inputs are not known. */
  preview(lead: Lead, signal: AbortSignal): Promise<ReturnType<typeof toJobRequest>>
}

export function createLeadGateway(deps: GatewayDeps): SingleOpsGateway {
  async function preview(lead: Lead, signal: AbortSignal) {
    const account = findAccount(deps.accounts, lead.account)
    return toJobRequest(lead, account, {
      customInputs: needsInputs(lead, account) ? await loadInputs(lead, signal) : new Map(),
    })
  }

  async function loadInputs(lead: Lead, signal: AbortSignal): Promise<ReadonlyMap<string, CustomInput>> {
    try {
      const { customInputs } = await deps.catalog.load(lead.account, signal)
      return new Map(customInputs.map((input) => [input.id, input]))
    } catch (error) {
      // A ticked box sent as text would be refused, and a person would have to mend what isn't broken.
      throw new RetryLaterError('catalog_unknown', "SingleOps' custom inputs are not known yet", {
        cause: error,
      })
    }
  }

  return {
    preview,
    async post(lead, signal) {
      const account = findAccount(deps.accounts, lead.account)
      const credentials = { user_email: account.userEmail, user_token: account.userToken }
      const body = { ...credentials, ...(await preview(lead, signal)) }
      const result = await deps.poster.post('jobs', body, signal)
      return judgePost(result, { now: deps.now(), secrets: [account.userToken, account.userEmail] })
    },
  }
}

function needsInputs(lead: Lead, account: SingleOpsAccount): boolean {
  return lead.content.customValues.length > 0 || account.referenceInput !== undefined
}
