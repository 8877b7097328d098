import type { Socket } from 'node:net'
import { startRawServer } from '../singleops/raw-server.ts'
import { startFullListener } from './full-listener.ts'
import { anEntry, confirm, reachMatch } from './person.ts'
import { startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

/** An address where the request of a lead never gets to, and what the lead's row then says of it. */
type DeadEnd = {
  readonly name: string
  readonly code: string
  open(): Promise<AsyncDisposable & { readonly baseUrl: string }>
}

const DEAD_ENDS: readonly DeadEnd[] = [
  {
    name: 'the name is not known (DNS)',
    code: 'dns',
    // RFC 2606: never resolves.
    open: async () => nothingToClose('https://singleops.invalid/api/v1/'),
  },
  {
    name: 'connection refused',
    code: 'connect_refused',
    open: async () => nothingToClose('http://127.0.0.1:1/api/v1/'),
  },
  {
    name: 'connecting takes for ever',
    code: 'connect_timeout',
    async open() {
      const listener = await startFullListener()
      return withBase(listener, `http://127.0.0.1:${listener.port}/api/v1/`)
    },
  },
  {
    name: 'the TLS handshake is never answered',
    code: 'connect_timeout',
    open: () => openTls(() => undefined),
  },
  {
    name: 'the TLS handshake is answered with something else',
    code: 'tls',
    open: () =>
      openTls((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
  },
  {
    name: 'the connection is cut in the TLS handshake',
    code: 'not_sent',
    open: () => openTls((socket) => socket.once('data', () => socket.resetAndDestroy())),
  },
]

/** Something that listens where TLS is expected, and knows none. */
async function openTls(onConnect: (socket: Socket) => void) {
  const server = await startRawServer(() => undefined, onConnect)
  return withBase(server, `https://127.0.0.1:${server.port}/api/v1/`)
}

const nothingToClose = (baseUrl: string) => ({ baseUrl, [Symbol.asyncDispose]: async () => undefined })

const withBase = (opened: AsyncDisposable, baseUrl: string) => ({
  baseUrl,
  [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
})

/**
 * A lead is confirmed while SingleOps is down, and is then sent to where nothing can arrive. It must be known that nothing did: the lead
 * waits, nobody is asked, and it goes once the way is free.
 */
export async function sendToDeadEnds(
  options: { readonly choose?: (name: string) => boolean; readonly progress?: (row: Row) => void } = {},
): Promise<Row[]> {
  await using stage = await startFaultStage()
  const rows: Row[] = []
  for (const { name, code, open } of DEAD_ENDS.filter((one) => options.choose?.(one.name) ?? true)) {
    const judged = await leadIds(stage)
    const ana = stage.ws.as('ana')
    const entry = anEntry()
    if (!(await reachMatch(stage, ana, entry))) throw new Error('The search did not end')
    await stage.singleops.goDown()
    await confirm(stage, ana)
    const find = async () => (await stage.ledger.leads()).find(({ id }) => !judged.has(id))
    await using end = await open()

    await stage.replica.restartWith({ env: { SINGLEOPS_BASE_URL: end.baseUrl } })
    const tried = (await find())?.attempts ?? 0
    const seen = await stage.until(
      'two attempts at the dead end',
      async () => {
        const lead = await find()
        return lead && lead.attempts >= tried + 2 && lead.state === 'waiting' && lead
      },
      60_000,
    )
    await stage.singleops.comeUp()
    await stage.replica.restartWith({})
    await settle(stage)
    const broken = seen.problem === code ? [] : [`called ${seen.problem} and not ${code}`]
    const row = toRow(`SingleOps: ${name}`, 1, await judge(stage, [entry.Name], { judged }), broken)
    rows.push(row)
    options.progress?.(row)
  }
  return rows
}
