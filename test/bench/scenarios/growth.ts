import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../contracts/postgres-server.ts'
import type { ReachedBy } from '../caller.ts'
import { type Contestant, startContestant, startStandIns } from '../contestant.ts'
import type { Line as SlackLine } from '../line.ts'
import type { Options, PartResult } from '../result.ts'
import type { Offer } from '../singleops-stand-in.ts'
import { storeLeads } from '../stored-leads.ts'
import { warmUp } from '../warm-up.ts'
import { costOf } from './cpu.ts'

type Case = {
  readonly what: string
  readonly offer?: Offer
  /** How many clients each search finds. */
  readonly clients?: number
  readonly stored?: number
}

const USUAL: Offer = { operations: 3, customInputs: 5 }
const LEADS = 300

/** What a lead costs as the account, the memory and the number of processes grow. One thing at a time, the others as usual. */
export async function measureGrowth({ quick, progress }: Options): Promise<PartResult> {
  const [leads, most] = quick ? [40, 2000] : [LEADS, 1_000_000]
  const cases: readonly Case[] = [
    { what: 'as usual: 3 operations, 5 custom inputs, nobody found, nothing stored' },
    { what: '50 operations', offer: { ...USUAL, operations: 50 } },
    { what: '500 operations', offer: { ...USUAL, operations: 500 } },
    { what: '50 custom inputs', offer: { ...USUAL, customInputs: 50 } },
    { what: 'each search finds 50 clients', clients: 50 },
    { what: 'each search finds 500 clients', clients: 500 },
    { what: `${most / 100} stored leads`, stored: most / 100 },
    { what: `${most} stored leads`, stored: most },
  ]
  const rows: string[][] = []
  for (const one of cases) {
    rows.push(await measureCase(one, leads, progress))
    progress(rows.at(-1)?.join(' · ') ?? '')
  }
  rows.push(...(await measureReplicas(quick ? [1, 2] : [1, 2, 3], leads, progress)))
  return {
    tables: [
      {
        title: 'What a lead costs as things grow (phone caller, HTTP, 0 ms)',
        head: ['with', 'leads/s', 'processor ms a lead', 'resident MB'],
        rows,
      },
    ],
  }
}

const BY: ReachedBy = 'phone'

async function measureCase(
  { what, offer = USUAL, clients = 0, stored = 0 }: Case,
  leads: number,
  progress: Options['progress'],
) {
  await using opened = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'leadhand-bench-growth-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  if (stored > 0) {
    progress(`storing ${stored} leads`)
    await storeLeads(dataDir, stored, Date.now())
  }
  const standIns = await startStandIns(opened)
  standIns.singleops.setOffer(offer)
  standIns.singleops.setClientsFound(clients)
  const app = opened.use(await startContestant('leadhand', { dataDir, standIns }))
  return await toRow(what, app, [app], leads)
}

async function measureReplicas(counts: readonly number[], leads: number, progress: Options['progress']) {
  await using postgres = await startPostgres()
  const rows: string[][] = []
  for (const count of counts) {
    await using opened = new AsyncDisposableStack()
    const standIns = await startStandIns(opened)
    const env = { DATABASE_URL: await postgres.newDatabase() }
    const replicas: Contestant[] = []
    while (replicas.length < count)
      replicas.push(opened.use(await startContestant('leadhand', { env, standIns, unpinned: true })))
    const [first] = replicas
    if (!first) break
    const together = { ...first, line: inTurn(replicas.map(({ line }) => line)) }
    rows.push(
      await toRow(
        `Postgres, ${count} ${count === 1 ? 'process' : 'processes'}, all cores`,
        together,
        replicas,
        leads,
      ),
    )
    progress(rows.at(-1)?.join(' · ') ?? '')
  }
  return rows
}

async function toRow(
  what: string,
  app: Contestant,
  processes: readonly Contestant[],
  leads: number,
): Promise<string[]> {
  await warmUp(app, BY, leads)
  const used = async () => {
    const all = await Promise.all(processes.map((one) => one.vitals()))
    return all.reduce((sum, { cpuMs }) => sum + cpuMs, 0)
  }
  const before = await used()
  const { perSecond } = await costOf(app, BY, leads)
  const cpuMs = ((await used()) - before) / leads
  const resident = await Promise.all(processes.map((one) => one.vitals(true)))
  const mb = resident.map(({ residentMb }) => residentMb.toFixed(0)).join(' + ')
  return [what, perSecond.toFixed(0), cpuMs.toFixed(1), mb]
}

function inTurn(lines: readonly SlackLine[]): SlackLine {
  let turn = 0
  return {
    send(delivery) {
      const line = lines[turn++ % lines.length]
      if (!line) throw new RangeError('No line')
      return line.send(delivery)
    },
    [Symbol.asyncDispose]: async () => undefined,
  }
}
