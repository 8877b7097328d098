import type { Order } from './orders.ts'
import { anEntry, confirm, enterLead, reachMatch } from './person.ts'
import { RefusedStartError, startProcess } from './process.ts'
import { type FaultStage, QUICK_PLAN, startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

const TROUBLES: readonly { readonly name: string; readonly on: string; readonly off: string }[] = [
  // No free page inside, and not one more than it has: what SQLite says is what it says of a full disk.
  {
    name: 'disk full',
    on: 'vacuum; pragma max_page_count = 1',
    off: 'pragma max_page_count = 1073741823',
  },
  { name: 'read-only database', on: 'pragma query_only = on', off: 'pragma query_only = off' },
]

/** The memory takes nothing at the moment of confirming. What the person reads at once stands in `said`. */
export async function confirmWithoutMemory(): Promise<readonly (Row & { readonly said: string })[]> {
  await using stage = await startFaultStage()
  const rows: (Row & { said: string })[] = []
  for (const { name, on, off } of TROUBLES) {
    const ana = stage.ws.as('ana')
    const judged = await leadIds(stage)
    // So long that its lead does not fit into what is free inside the last pages.
    const entry = { ...anEntry(), 'What do they need?': 'Oak on the fence. '.repeat(160) }
    if (!(await reachMatch(stage, ana, entry))) throw new Error('The search did not end')
    await stage.ws.drain()
    await order(stage, on)
    await ana.submit()
    const said = ana.modal()?.text ?? ''
    const written = (await leadIds(stage)).size - judged.size
    await order(stage, off)
    const before =
      written === 0 && stage.singleops.jobs().every(({ clientName }) => clientName !== entry.Name)
    const taken = await confirm(stage, ana)
    await settle(stage)
    const verdict = await judge(stage, taken ? [entry.Name] : [], { judged })
    const lost = before ? verdict.lost : [...verdict.lost, `${entry.Name}: half of it was written`]
    rows.push({ ...toRow(`Memory: ${name} while confirming`, 1, { ...verdict, lost }), said })
  }
  return rows
}

const order = (stage: FaultStage, text: string): Promise<void> =>
  stage.replica.order({ do: 'sql', text } satisfies Order)

/** A second process on the same folder ends by itself and says what to do; the first one goes on. */
export async function startTwice(): Promise<Row & { readonly said: string }> {
  await using stage = await startFaultStage()
  const said = await startProcess(stage.env, QUICK_PLAN, () => undefined).then(
    (second) => {
      second.signal('SIGKILL')
      return ''
    },
    (error: unknown) => {
      if (error instanceof RefusedStartError) return error.message
      throw error
    },
  )
  const entry = anEntry()
  await enterLead(stage, stage.ws.as('ana'), entry)
  await settle(stage)
  return { ...toRow('Memory: second process on the same file', 1, await judge(stage, [entry.Name])), said }
}

/** The clock jumps while leads wait for an answer. */
export async function jumpClock(): Promise<Row[]> {
  const rows: Row[] = []
  for (const byMs of [-3_600_000, 3_600_000, -60_000]) {
    await using stage = await startFaultStage()
    const fault = {
      kind: 'status',
      status: 429,
      retryAfter: 1,
      method: 'POST',
      path: 'jobs',
      times: 2,
    } as const
    stage.singleops.setFault(fault)
    const entries = [anEntry(), anEntry()]
    for (const entry of entries) {
      await enterLead(stage, stage.ws.as('ana'), entry)
      await stage.replica.order({ do: 'jump clock', byMs })
    }
    // A clock that was set back holds back what waits for a time of day: it is set right again, as it would be.
    if (byMs < 0) await stage.replica.order({ do: 'jump clock', byMs: -2 * byMs })
    await settle(stage)
    const names = entries.map(({ Name }) => Name)
    rows.push(toRow(`Clock jumps by ${byMs / 60_000} min`, entries.length, await judge(stage, names)))
  }
  return rows
}
