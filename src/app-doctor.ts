import type { Config } from './config/config.ts'
import { createAccountChecks } from './intake/account-checks.ts'
import { createNameChecks } from './intake/name-checks.ts'
import type { AccountIntake } from './intake/settings.ts'
import { type AccountKey, operationId } from './lead/ids.ts'
import type { Lead } from './lead/lead.ts'
import { SAMPLE_MARK, sampleLead } from './lead/sample-lead.ts'
import { namesInSettings } from './names-in-settings.ts'
import type { Check } from './ops/check.ts'
import { createCollectorCheck } from './ops/collector-check.ts'
import type { Log } from './ops/log.ts'
import { taskTomorrow } from './sample-task.ts'
import { requiredValues } from './sample-values.ts'
import { createSingleOps } from './singleops/create-singleops.ts'
import { createSlackDoctor } from './slack/slack-doctor.ts'
import { inspectStore } from './store/inspect-store.ts'
import { usedChannels } from './used-channels.ts'

export type Doctor = AsyncDisposable & {
  readonly checks: readonly Check[]
  /** Posts a marked card to each channel that gets cards or requests; one result per channel, as a check's. */
  readonly testCards: readonly Check[]
  /** The exact body that a lead would send, by account, with its credentials hidden. */
  previewRequests(
    signal: AbortSignal,
  ): Promise<readonly { readonly account: AccountKey; readonly body: object }[]>
}

/** Everything that doctor can say about these settings. Works beside a running app: it locks and writes nothing. */
export function createDoctor(config: Config, log: Log, now: () => number): Doctor {
  const singleops = createSingleOps({
    settings: config.singleops,
    snapshots: { read: async () => undefined, write: async () => undefined },
    log: log.child({ room: 'singleops' }),
    now,
  })
  const channels = usedChannels(config)
  const slack = createSlackDoctor({
    settings: config.slack,
    channels,
    now,
    log: log.child({ room: 'slack' }),
  })
  const accounts = config.intake.accounts

  async function sampleOf(account: AccountIntake, signal: AbortSignal): Promise<Lead> {
    const { key } = account
    const catalog = await singleops.catalog.load(key, signal)
    const operation = catalog.operations.find(({ active }) => active)
    if (!operation) throw new RangeError(`account ${key} has no active operation`)
    const customValues = requiredValues(account, catalog, operation.id)
    const task = taskTomorrow(account.timeZone, now())
    return sampleLead({ account: key, operation, customValues, task, now: now() })
  }

  return {
    checks: [
      ...inspectStore(config.store, now, log.child({ room: 'store' })),
      ...singleops.checks,
      ...createAccountChecks(accounts, singleops.catalog),
      ...createNameChecks(namesInSettings(config), accounts, singleops.catalog),
      ...slack.checks,
      ...createCollectorCheck(config.tracing),
    ],
    testCards: channels.map(({ id, use }) => ({
      name: `test card to ${id} (${use})`,
      title: `Test card to the channel for ${use}`,
      run: async () => {
        const [first] = accounts
        if (!first) throw new RangeError('no account')
        const operation = { id: NO_OPERATION, name: SAMPLE_MARK }
        const lead = sampleLead({ account: first.key, operation, now: now() })
        const code = await slack.sendTestCard(id, lead)
        return code === undefined
          ? { ok: true, detail: 'posted; it says that it is a test and may be deleted' }
          : { ok: false, problem: `Slack answered ${JSON.stringify(code)}`, remedy: CHANNEL_REMEDY }
      },
    })),
    previewRequests: (signal) =>
      Promise.all(
        accounts.map(async (account) => ({
          account: account.key,
          body: { ...HIDDEN, ...(await singleops.gateway.preview(await sampleOf(account, signal), signal)) },
        })),
      ),
    [Symbol.asyncDispose]: () => singleops[Symbol.asyncDispose](),
  }
}

const NO_OPERATION = operationId(0)
const HIDDEN = { user_email: '(hidden)', user_token: '(hidden)' }
const CHANNEL_REMEDY = 'Check the channel: it must exist, not be archived, and have Leadhand in it.'
