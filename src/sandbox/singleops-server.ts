import { seedAccount } from './seed.ts'
import { type Account, openAccount, toCustomInput, toOperation } from './singleops/account.ts'
import type { SingleOpsServer, SingleOpsServerOptions } from './singleops/api.ts'
import { API_ROOT } from './singleops/call.ts'
import { createControl } from './singleops/control.ts'
import { SandboxUseError } from './singleops/errors.ts'
import { FaultSwitches } from './singleops/fault-switches.ts'
import { Listener } from './singleops/listener.ts'
import { toSandboxClient, toSandboxJob } from './singleops/records.ts'
import { RequestLog } from './singleops/request-log.ts'
import { createServe } from './singleops/serve.ts'
import { createChanges } from './workspace/changes.ts'
import { createWaitFor } from './workspace/wait-for.ts'

export type { AccountSeed } from './singleops/account.ts'
export type { SandboxClient, SingleOpsServer, SingleOpsServerOptions } from './singleops/api.ts'
export type { Fault } from './singleops/fault.ts'
export type { RequestEntry } from './singleops/request-log.ts'

/** Starts a SingleOps on this machine, over the real wire format; resolves when it listens. */
export async function startSingleOpsServer(options: SingleOpsServerOptions = {}): Promise<SingleOpsServer> {
  const { host = '127.0.0.1', clock = Date.now, seed = 1, phoneSearchSeesMobile = false } = options
  const accounts = openAccounts(options.accounts ?? [seedAccount()], { seed, clock, phoneSearchSeesMobile })
  const changes = createChanges()
  const switches = new FaultSwitches()
  const log = new RequestLog(clock, changes)
  const closing = new AbortController()
  let latency = options.latencyMs ?? 0

  const pick = (key?: string) => (key === undefined ? [...accounts.values()] : [find(accounts, key)])
  const listener = new Listener(host, options.port ?? 0, (exchange) => void serve(exchange))
  const url = () => `http://${host}:${listener.port}`

  const server: SingleOpsServer = {
    get url() {
      return url()
    },
    get baseUrl() {
      return `${url()}${API_ROOT}`
    },
    get jobUrl() {
      return `${url()}/jobs/{id}`
    },
    get clientUrl() {
      return `${url()}/clients/{id}`
    },
    get port() {
      return listener.port
    },

    jobs: (key) => pick(key).flatMap((account) => account.jobs.map((job) => toSandboxJob(job, account))),
    tasks: (key) => pick(key).flatMap((account) => account.tasks),
    clients: (key) => pick(key).flatMap((account) => listClients(account, false)),
    portalClients: (key) => pick(key).flatMap((account) => listClients(account, true)),
    requests: (path) => log.list(path),
    answerTo: (id) => log.answerTo(id),

    addClient(key, client) {
      const account = find(accounts, key)
      const added = account.clients.add(client)
      changes.emit()
      return toSandboxClient(added, account)
    },
    mergeClient(key, from, into) {
      const account = find(accounts, key)
      account.clients.merge(from, into)
      account.jobs.forEach((job, index) => {
        if (job.clientId === from) account.jobs[index] = { ...job, clientId: into }
      })
      changes.emit()
    },
    confirmClient(key, id) {
      find(accounts, key).clients.confirm(id)
      changes.emit()
    },
    setCatalog(key, { operations, customInputs }) {
      const account = find(accounts, key)
      if (operations) account.operations = operations.map(toOperation)
      if (customInputs) account.customInputs = customInputs.map(toCustomInput)
    },
    setHideRule(rule, key) {
      for (const account of pick(key)) account.clients.hideNew(rule)
    },
    showClients(key) {
      for (const account of pick(key)) account.clients.showAll()
    },

    setFault: (fault) => switches.set(fault),
    clearFaults: () => switches.clear(),
    hold: (path, holdOptions) => switches.hold(path, holdOptions),
    setLatency(latencyMs) {
      latency = latencyMs
    },
    async goDown() {
      await listener.shut()
      changes.emit()
    },
    async comeUp() {
      if (closing.signal.aborted) throw new SandboxUseError('The server was closed.')
      await listener.open()
      changes.emit()
    },

    waitFor: createWaitFor(changes, closing.signal, () => log.describe()),
    drain() {
      const { promise, resolve } = Promise.withResolvers<void>()
      const look = () => {
        if (log.underWay > 0) return
        stopListening()
        resolve()
      }
      const stopListening = changes.listen(look)
      look()
      return promise
    },
    async close() {
      closing.abort()
      await listener.shut()
      switches.clear()
    },
    [Symbol.asyncDispose]: () => server.close(),
  }

  const serve = createServe({
    accounts: [...accounts.values()],
    switches,
    log,
    clock,
    operationsAsObjects: options.operationsAsObjects ?? false,
    refusalStatus: options.refusalStatus ?? 200,
    latency: () => latency,
    changed: () => changes.emit(),
    serveControl: createControl(server, switches, changes),
  })
  await listener.open()
  return server
}

function openAccounts(
  seeds: NonNullable<SingleOpsServerOptions['accounts']>,
  options: Parameters<typeof openAccount>[2],
): Map<string, Account> {
  const keys = new Set(seeds.map(({ key }) => key))
  if (keys.size < seeds.length) throw new SandboxUseError('Two accounts have the same key.')
  return new Map(seeds.map((seed, index) => [seed.key, openAccount(seed, index, options)]))
}

function find(accounts: ReadonlyMap<string, Account>, key: string): Account {
  const account = accounts.get(key)
  if (!account) throw new SandboxUseError(`There is no account ${key}.`)
  return account
}

function listClients(account: Account, onlyPortal: boolean) {
  return account.clients.list(onlyPortal).map((client) => toSandboxClient(client, account))
}
