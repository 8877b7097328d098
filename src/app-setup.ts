import type { Config } from './config/config.ts'
import { RefusedError } from './delivery/errors.ts'
import type { AccountCatalog } from './intake/ports.ts'
import type { JobId } from './lead/ids.ts'
import { sampleLead } from './lead/sample-lead.ts'
import type { Log } from './ops/log.ts'
import { taskTomorrow } from './sample-task.ts'
import { requiredValues } from './sample-values.ts'
import { createSingleOps } from './singleops/create-singleops.ts'
import { createSlackSetup, type SlackSetup } from './slack/slack-setup.ts'

export type CatalogAnswer =
  | { readonly ok: true; readonly catalog: AccountCatalog }
  | { readonly ok: false; readonly problem: string; readonly remedy: string }

export type TestLeadAnswer =
  | { readonly kind: 'sent'; readonly jobId?: JobId; readonly taskAt: string }
  | { readonly kind: 'failed'; readonly problem: string }

/** What set-up asks of the world outside. */
export type SetupProbes = {
  slack(apiUrl: string): SlackSetup
  /** Operations and custom inputs of the first account. */
  readCatalog(config: Config, signal: AbortSignal): Promise<CatalogAnswer>
  /** Enters one lead marked as a test into the first account, for a new client, with a task for tomorrow at ten. */
  sendTestLead(config: Config, signal: AbortSignal): Promise<TestLeadAnswer>
}

export function createSetupProbes(log: Log, now: () => number): SetupProbes {
  const open = (config: Config) =>
    createSingleOps({
      settings: config.singleops,
      snapshots: { read: async () => undefined, write: async () => undefined },
      log,
      now,
    })
  return {
    slack: (apiUrl) => createSlackSetup({ apiUrl, now, log }),
    async readCatalog(config, signal) {
      const account = firstOf(config)
      await using singleops = open(config)
      const result = await singleops.checks[0]?.run(signal)
      if (result && !result.ok) return result
      return { ok: true, catalog: await singleops.catalog.load(account.key, signal) }
    },
    async sendTestLead(config, signal) {
      const account = firstOf(config)
      await using singleops = open(config)
      const task = taskTomorrow(account.timeZone, now())
      try {
        const catalog = await singleops.catalog.load(account.key, signal)
        const operation = catalog.operations.find(({ active }) => active)
        if (!operation) return { kind: 'failed', problem: 'the account has no active operation' }
        const customValues = requiredValues(account, catalog, operation.id)
        const lead = sampleLead({ account: account.key, operation, customValues, task, now: now() })
        const { jobId } = await singleops.gateway.post(lead, signal)
        return { kind: 'sent', ...(jobId && { jobId }), taskAt: task.start.replace('T', ' ').slice(0, 16) }
      } catch (error) {
        const why = error instanceof RefusedError ? 'SingleOps refused it: ' : ''
        return { kind: 'failed', problem: `${why}${error instanceof Error ? error.message : 'unknown'}` }
      }
    },
  }
}

function firstOf({ intake }: Config) {
  const [account] = intake.accounts
  if (!account) throw new RangeError('no account')
  return account
}
