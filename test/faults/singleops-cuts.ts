import type { Fault } from '../../src/sandbox/singleops/fault.ts'
import { anEntry, confirm, enterLead, KNOWN, reachMatch } from './person.ts'
import { startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

const POST = { method: 'POST', path: 'jobs', times: 1 } as const

/** Every way in which the POST of a lead can go wrong between us and SingleOps. */
export const CUTS: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: 'reset before reading', fault: { ...POST, kind: 'reset', when: 'before-reading' } },
  { name: 'reset half-way in the request', fault: { ...POST, kind: 'reset', when: 'mid-request' } },
  { name: 'processed, then reset', fault: { ...POST, kind: 'reset', when: 'after-processing' } },
  { name: 'reset in the answer', fault: { ...POST, kind: 'reset', when: 'mid-answer' } },
  { name: 'processed, then silent beyond the deadline', fault: { ...POST, kind: 'silent', processed: true } },
  { name: 'silent', fault: { ...POST, kind: 'silent' } },
  {
    name: 'processed, answer later than the deadline',
    fault: { ...POST, kind: 'slow', delayAnswerMs: 1500 },
  },
  { name: 'answer in drops', fault: { ...POST, kind: 'drip', everyMs: 100 } },
  { name: '429 with Retry-After', fault: { ...POST, kind: 'status', status: 429, retryAfter: 1 } },
  ...[500, 502, 503, 504].flatMap((status) => [
    { name: `${status}, not processed`, fault: { ...POST, kind: 'status' as const, status } },
    {
      name: `${status}, processed`,
      fault: { ...POST, kind: 'status' as const, status, processed: true as const },
    },
  ]),
  { name: '503 with Retry-After', fault: { ...POST, kind: 'status', status: 503, retryAfter: 1 } },
  { name: 'truncated JSON', fault: { ...POST, kind: 'truncated-json' } },
  { name: 'empty body', fault: { ...POST, kind: 'empty-body' } },
  { name: 'no JSON', fault: { ...POST, kind: 'not-json' } },
  { name: 'success without an id', fault: { ...POST, kind: 'without-id' } },
  { name: 'success: false', fault: { ...POST, kind: 'refuse' } },
  {
    name: 'success: false, portal client left behind',
    fault: { ...POST, kind: 'refuse', leavesClient: true },
  },
  { name: '401 in the middle of the day', fault: { ...POST, kind: 'status', status: 401 } },
  { name: '403', fault: { ...POST, kind: 'status', status: 403 } },
  { name: '404', fault: { ...POST, kind: 'status', status: 404 } },
  {
    name: 'redirect',
    fault: { ...POST, kind: 'status', status: 302, location: 'http://127.0.0.1:1/' },
  },
  {
    name: 'stale keep-alive connection',
    fault: { kind: 'reset', when: 'before-reading', reusedConnection: true, times: 3 },
  },
]

/**
 * Cuts one POST in each way. The next lead finds SingleOps well again and must not suffer, and it frees an account that was blocked.
 * `known`: for a client that SingleOps has, where a lost answer can't be looked up and goes to a person.
 */
export async function cutEachPost(
  options: {
    readonly known?: boolean
    readonly choose?: (name: string) => boolean
    readonly progress?: (row: Row) => void
  } = {},
): Promise<Row[]> {
  const { known = false, choose = () => true, progress } = options
  await using stage = await startFaultStage()
  const rows: Row[] = []
  for (const { name, fault } of CUTS.filter((cut) => choose(cut.name))) {
    const judged = await leadIds(stage)
    const handle = stage.singleops.setFault(fault)
    const [cut, next] = [known ? KNOWN : anEntry(), anEntry()]
    await enterLead(stage, stage.ws.as('ana'), cut)
    await settle(stage)
    handle.clear()
    await enterLead(stage, stage.ws.as('sam'), next)
    await stage.until('the account to be free again', async () =>
      (await stage.ledger.leads()).every(({ because }) => because !== 'account_blocked'),
    )
    await settle(stage)
    const verdict = await judge(stage, [cut.Name, next.Name], { judged })
    const row = toRow(`SingleOps${known ? ', known client' : ''}: ${name}`, 1, verdict)
    rows.push(row)
    progress?.(row)
  }
  return rows
}

/** Nobody listens while the lead is confirmed; it goes by itself once somebody does. */
export async function refuseConnections(): Promise<Row> {
  await using stage = await startFaultStage()
  const ana = stage.ws.as('ana')
  const entry = anEntry()
  if (!(await reachMatch(stage, ana, entry))) throw new Error('The search did not end')
  await stage.singleops.goDown()
  await confirm(stage, ana)
  await stage.ws.waitFor(() => ana.modal()?.title === 'Kept', { timeoutMs: 20_000 })
  await stage.singleops.comeUp()
  await settle(stage)
  return toRow('SingleOps: connection refused', 1, await judge(stage, [entry.Name]))
}
