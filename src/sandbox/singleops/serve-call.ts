import type { Account } from './account.ts'
import { type Answer, errorAnswer } from './answer.ts'
import type { Latency } from './api.ts'
import { type Call, type ReadCall, readCall } from './call.ts'
import { type CarryOutOptions, carryOut } from './carry-out.ts'
import { cut, DisconnectedError, type Exchange, pause, unlessDown } from './connection.ts'
import { hideInBody } from './credentials.ts'
import { type Fault, nameFault } from './fault.ts'
import type { FaultSwitches, FaultTarget } from './fault-switches.ts'
import { findIgnoredFields, findIgnoredParameters } from './ignored-fields.ts'
import { mangleAnswer, statusAnswer } from './mangle-answer.ts'
import { readBody } from './read-body.ts'
import type { OpenRequest } from './request-log.ts'
import { sendAnswer, staySilent } from './send-answer.ts'

export type ApiContext = CarryOutOptions & {
  readonly accounts: readonly Account[]
  readonly switches: FaultSwitches
  readonly latency: () => Latency
  /** Something was entered. */
  readonly changed: () => void
}

export type CallHead = Omit<Call, 'body'> & { readonly reusedConnection: boolean }

/** Takes one request to the API through its faults, delays and holds, from its head to the end of its answer. */
export async function serveCall(
  exchange: Exchange,
  head: CallHead,
  entry: OpenRequest,
  context: ApiContext,
): Promise<void> {
  const early = takeFault('arrival', { ...head, account: undefined }, entry, context)
  if (early?.kind === 'reset' && early.when === 'before-reading') {
    await pause(exchange, early.delayMs ?? 0)
    throw cut(exchange)
  }
  const body = await readBody(exchange, early !== undefined)
  if (body === 'too-large')
    return send(exchange, errorAnswer(413, 'The body is too large.'), undefined, entry)
  const call: Call = { ...head, body }
  const read = readCall(call, context.accounts)
  noteRead(call, read, entry)
  const fault = takeFault('read', { ...head, account: read.account?.key }, entry, context)

  const latency = context.latency()
  await pause(exchange, typeof latency === 'number' ? latency : latency())
  await pause(exchange, fault?.delayMs ?? 0)
  await unlessDown(exchange, context.switches.waitForHolds(head.path, false))
  const answer = isProcessed(fault) ? carryOut(call, read, fault, context) : undefined
  context.changed()
  await pause(exchange, fault?.delayAnswerMs ?? 0)
  await unlessDown(exchange, context.switches.waitForHolds(head.path, true))

  if (fault?.kind === 'status') return send(exchange, statusAnswer(fault), fault, entry)
  if (fault?.kind === 'silent' || answer === undefined) return staySilent(exchange)
  if (fault?.kind === 'reset' && fault.when === 'after-processing') throw cut(exchange)
  return send(exchange, mangleAnswer(answer, fault), fault, entry)
}

function isProcessed(fault: Fault | undefined): boolean {
  return fault?.kind === 'status' || fault?.kind === 'silent' ? fault.processed === true : true
}

function takeFault(
  phase: 'arrival' | 'read',
  target: FaultTarget,
  entry: OpenRequest,
  { switches }: ApiContext,
): Fault | undefined {
  const fault = switches.take(phase, target)
  if (fault) entry.note({ fault: nameFault(fault) })
  return fault
}

function noteRead(
  { method, query, body: bytes }: Call,
  { account, body }: ReadCall,
  entry: OpenRequest,
): void {
  const unread = bytes.byteLength > 0 ? { body: `(no JSON object, ${bytes.byteLength} bytes)` } : {}
  entry.note({
    ...(body ? { body: hideInBody(body) } : unread),
    ...(account ? { account: account.key } : {}),
    ignored: [...findIgnoredParameters(method, query), ...(body ? findIgnoredFields(body) : [])],
  })
}

async function send(
  exchange: Exchange,
  answer: Answer,
  fault: Fault | undefined,
  entry: OpenRequest,
): Promise<void> {
  if (exchange.response.destroyed) throw new DisconnectedError('abandoned')
  entry.noteAnswer(answer.body)
  entry.note({ status: answer.status })
  await sendAnswer(exchange, answer, fault)
}
