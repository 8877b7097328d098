import { randomUUID, randomUUIDv7 } from 'node:crypto'
import type { Config } from './config/config.ts'
import { OrphanedLeadsError, UnmovedLeadsError } from './config/open-leads-errors.ts'
import { createDelivery } from './delivery/delivery.ts'
import { createAccountChecks } from './intake/account-checks.ts'
import { createIntake } from './intake/create-intake.ts'
import { createInbox } from './intake/inbox/create-inbox.ts'
import { createNameChecks } from './intake/name-checks.ts'
import { remindDraft } from './intake/remind-draft.ts'
import type { AccountKey } from './lead/ids.ts'
import type { Topic, WakeUp } from './lead/wake-up.ts'
import { namesInSettings } from './names-in-settings.ts'
import { createNotifications } from './notifications/notifications.ts'
import { createCollectorCheck } from './ops/collector-check.ts'
import { createHealth } from './ops/health.ts'
import type { Log } from './ops/log.ts'
import { logSpans } from './ops/log-spans.ts'
import { createPages } from './ops/pages.ts'
import { createPrometheus } from './ops/prometheus.ts'
import { repeat } from './ops/repeat.ts'
import { traceJobs } from './ops/trace-jobs.ts'
import { NO_TRACING, type Tracing } from './ops/tracing.ts'
import { createSingleOps, type SingleOps } from './singleops/create-singleops.ts'
import { createPeople } from './slack/access/people.ts'
import { createSlackApp, createSlackClients } from './slack/bolt-app.ts'
import { createIntakeChannel, type IntakeChannelPorts } from './slack/intake-channel/create-ports.ts'
import { createNotifier } from './slack/notifier.ts'
import { createSharedChannels } from './slack/shared-channels.ts'
import { createSlackDoctor } from './slack/slack-doctor.ts'
import { findOpenLeadsInFile } from './store/open-leads-in-file.ts'
import { openStore, type Store } from './store/open-store.ts'
import { usedChannels } from './used-channels.ts'

/** How many wake-ups of a topic run side by side. */
const SLOTS = {
  deliver: 8,
  'look-up': 2,
  notify: 4,
  post: 4,
  'remind-draft': 1,
  'match-again': 1,
  'read-message': 2,
} as const

const SWEEP_EVERY_MS = 60_000
const FORGET_EVERY_MS = 3_600_000
const CLOSE_GAPS_EVERY_MS = 10 * 60_000

/** What tests put in the place of the real thing. */
export type Overrides = {
  readonly now?: () => number
  readonly random?: () => number
  readonly store?: (store: Store) => Store
  readonly singleops?: (singleops: SingleOps) => SingleOps
  readonly notifier?: (notifier: ReturnType<typeof createNotifier>) => ReturnType<typeof createNotifier>
  readonly intakeChannel?: (ports: IntakeChannelPorts) => IntakeChannelPorts
}

export type App = AsyncDisposable & {
  readonly port: number
  /** Takes nothing new and lets what is under way end until `signal` aborts. */
  stop(signal: AbortSignal): Promise<void>
}

/** Builds everything and starts it. Rejects when it can't run, with an error that names the remedy. */
export async function createApp(config: Config, log: Log, overrides: Overrides = {}): Promise<App> {
  const {
    now = Date.now,
    random = Math.random,
    singleops: wrapSingleOps = same,
    notifier: wrapNotifier = same,
    intakeChannel: wrapIntakeChannel = same,
  } = overrides
  const owner = randomUUID()
  const stopping = new AbortController()
  await using opened = new AsyncDisposableStack()

  const prometheus = opened.use(createPrometheus(log.child({ room: 'metrics' })))
  const { metrics } = prometheus
  const sent = opened.use(await startTracing(config, log)) ?? NO_TRACING
  const tracing = config.logLevel === 'trace' ? logSpans(sent, log.child({ room: 'traces' })) : sent
  const store = opened.use(await openOwnStore(config, log, now, overrides))
  const accounts = config.intake.accounts.map((account) => account.key)
  await refuseOrphans(store, accounts)

  const singleops = wrapSingleOps(
    opened.use(
      createSingleOps({
        settings: config.singleops,
        snapshots: store.snapshots,
        log: log.child({ room: 'singleops' }),
        now,
        watch: { metrics, tracing },
      }),
    ),
  )
  const slackLog = log.child({ room: 'slack' })
  const clients = createSlackClients(config.slack, { log: slackLog, metrics, tracing })
  const shared = createSharedChannels({ client: clients.live, now, log: slackLog })
  const notifier = wrapNotifier(
    createNotifier({
      client: clients.notices,
      settings: config.slack,
      shared,
      people: createPeople({ client: clients.live, now, log: slackLog }),
      now,
      log: slackLog,
    }),
  )
  const intake = createIntake({
    drafts: store.drafts,
    catalog: singleops.catalog,
    directory: singleops.directory,
    settings: config.intake,
    now,
    random,
    newId: randomUUIDv7,
    log: log.child({ room: 'intake' }),
    metrics,
  })
  opened.defer(() => intake.stop())
  const delivery = createDelivery({
    leads: store.leads,
    gateway: singleops.gateway,
    sentClients: singleops.sentClients,
    accounts,
    settings: config.delivery,
    now,
    random,
    owner,
    log: log.child({ room: 'delivery' }),
    metrics,
  })
  const notifications = createNotifications({
    posts: store.posts,
    notifier,
    settings: config.notifications,
    now,
    random,
    owner,
    log: log.child({ room: 'notifications' }),
  })
  const inbox = createInbox({
    ...wrapIntakeChannel(createIntakeChannel(clients, config.slack, { shared, log: slackLog })),
    inbox: store.inbox,
    read: intake.read,
    findLead: (id) => store.drafts.findLead(id),
    now,
    log: log.child({ room: 'intake' }),
  })
  opened.defer(() => inbox.stop())
  const slackDoctor = createSlackDoctor({
    settings: config.slack,
    channels: usedChannels(config),
    now,
    log: slackLog,
  })
  const slack = createSlackApp(
    {
      settings: config.slack,
      intake,
      inbox,
      decide: delivery.decide,
      findLead: (id) => store.drafts.findLead(id),
      findLeadFrom: (source) => store.drafts.findLeadFrom(source),
      unfinishedForMs: config.intake.unfinishedForMs,
      checks: [
        ...store.leadChecks,
        ...store.checks,
        ...singleops.checks,
        ...createAccountChecks(config.intake.accounts, singleops.catalog),
        ...createNameChecks(namesInSettings(config), config.intake.accounts, singleops.catalog),
        ...slackDoctor.checksWithin,
        ...createCollectorCheck(config.tracing),
      ],
      now,
      random,
      log: slackLog,
      metrics,
      tracing,
    },
    clients,
  )
  const health = createHealth({
    ready: [...store.checks, ...slack.checks.ready],
    checks: [...slack.checks.reachable, ...singleops.checks],
    log: log.child({ room: 'health' }),
    now,
    stopping: stopping.signal,
  })

  for (const account of accounts) {
    // Warmed before the first form; that it failed stands in the log and in the first form.
    void singleops.catalog
      .load(account, stopping.signal)
      .catch((err: unknown) => log.warn({ err, account }, 'operations and custom inputs not read yet'))
  }
  await store.queue.start(
    traceJobs<Topic, WakeUp>(tracing, {
      ...delivery.handlers,
      ...notifications.handlers,
      ...inbox.handlers,
      'remind-draft': (wakeUp) => remindDraft(wakeUp, { drafts: store.drafts, reminder: notifier }),
      'match-again': (wakeUp, signal) => intake.matchAgain(wakeUp, signal),
    }),
    SLOTS,
  )
  opened.use(repeat(() => delivery.sweep(), SWEEP_EVERY_MS, log))
  opened.use(repeat(() => notifications.watchLeads(), config.notifications.watchEveryMs, log))
  opened.use(repeat(() => intake.forgetOlder(), FORGET_EVERY_MS, log))
  const keepForMs = config.store.keepCustomersForMs
  if (keepForMs !== undefined) {
    opened.use(repeat(() => forgetCustomers(store, now() - keepForMs, log), FORGET_EVERY_MS, log))
  }
  opened.use(repeat(() => inbox.closeGaps(), CLOSE_GAPS_EVERY_MS, log))
  prometheus.watch({
    queue: () => store.queue.depth(now()),
    openLeads: async () => openLeadGauges(await store.openLeadsByAccount(), now()),
    catalogAgeMs: async () => catalogAges(singleops.catalog, accounts, now()),
  })
  const port = await slack.start(createPages([...health.pages, prometheus.page]))
  log.info({ port, transport: config.slack.appToken ? 'socket mode' : 'http', accounts }, 'leadhand is up')

  const kept = opened.move()
  let stopped: Promise<void> | undefined
  const stop = (signal: AbortSignal) => {
    stopping.abort()
    stopped ??= stopAll(signal)
    return stopped
  }
  async function stopAll(signal: AbortSignal): Promise<void> {
    // Side by side: while acks go out, the queue must not take up leads that there is no time for any more.
    await Promise.all([slack.stop(signal), store.queue.stop(signal)])
    await kept.disposeAsync()
    log.info({}, 'leadhand is down')
  }
  return { port, stop, [Symbol.asyncDispose]: () => stop(AbortSignal.timeout(config.stopWithinMs)) }
}

async function openOwnStore(
  config: Config,
  log: Log,
  now: () => number,
  { store: wrap = same }: Overrides,
): Promise<Store> {
  const { dataDir, databaseUrl } = config.store
  const storeLog = log.child({ room: 'store' })
  if (databaseUrl === undefined) return wrap(await openStore({ dataDir, now, log: storeLog }))
  const left = await findOpenLeadsInFile(dataDir)
  if (left.length > 0) throw new UnmovedLeadsError(dataDir, left)
  return wrap(await openStore({ databaseUrl, now, log: storeLog }))
}

/** Nothing of OpenTelemetry is loaded until it is switched on. */
async function startTracing({ tracing }: Config, log: Log): Promise<(Tracing & AsyncDisposable) | undefined> {
  if (!tracing) return undefined
  const { createOpenTelemetry } = await import('./ops/open-telemetry.ts')
  return createOpenTelemetry(tracing, log.child({ room: 'traces' }))
}

const same = <Part>(part: Part): Part => part

function catalogAges(
  { fetchedAt }: SingleOps['catalog'],
  accounts: readonly AccountKey[],
  now: number,
): ReadonlyMap<string, number> {
  return new Map(
    accounts.flatMap((account) => {
      const at = fetchedAt(account)
      return at === undefined ? [] : [[account, now - at] as const]
    }),
  )
}

function openLeadGauges(accounts: Awaited<ReturnType<Store['openLeadsByAccount']>>, now: number) {
  return new Map(
    accounts.map(({ account, references, oldestConfirmedAt }) => [
      account,
      { count: references.length, oldestMs: now - oldestConfirmedAt },
    ]),
  )
}

/** Some at a time, so that nobody's confirm waits for it. */
async function forgetCustomers(store: Store, before: number, log: Log): Promise<void> {
  for (;;) {
    const leads = await store.purgeFinished(before)
    if (leads === 0) return
    log.info({ leads }, 'customers of finished leads forgotten')
  }
}

async function refuseOrphans(store: Store, accounts: readonly string[]): Promise<void> {
  const orphans = (await store.openLeadsByAccount()).filter(({ account }) => !accounts.includes(account))
  if (orphans.length > 0) throw new OrphanedLeadsError(orphans)
}
