import type { Changes } from '../workspace/changes.ts'
import { type Answer, jsonAnswer } from './answer.ts'
import type { SingleOpsServer } from './api.ts'
import { DisconnectedError, type Exchange } from './connection.ts'
import { CONTROL_ROUTES, type ControlCall, type ControlDesk } from './control-routes.ts'
import { SandboxUseError } from './errors.ts'
import type { FaultSwitches } from './fault-switches.ts'
import { streamLive } from './live-stream.ts'
import { readBody } from './read-body.ts'
import { sendAnswer } from './send-answer.ts'

export const CONTROL_ROOT = '/_sandbox'

export type ControlHead = Omit<ControlCall, 'body' | 'id'>

/** The API by which another process looks at this server and switches faults; it is never logged, and no fault strikes it. */
export function createControl(server: SingleOpsServer, switches: FaultSwitches, changes: Changes) {
  const desk: ControlDesk = { server, switches, outage: undefined }

  return async function serveControl(exchange: Exchange, head: ControlHead): Promise<void> {
    if (head.path === `${CONTROL_ROOT}/stream`) return streamLive(exchange.response, changes)
    try {
      const bytes = await readBody(exchange, false)
      await sendAnswer(exchange, answer(desk, head, bytes), undefined)
    } catch (error) {
      if (!(error instanceof DisconnectedError)) throw error
    }
  }
}

function answer(desk: ControlDesk, head: ControlHead, bytes: Uint8Array | 'too-large'): Answer {
  const path = head.path.slice(CONTROL_ROOT.length).replace(/\/$/u, '')
  const fitting = CONTROL_ROUTES.filter((route) => route.path.test(path))
  if (fitting.length === 0) return pretty(404, { error: 'There is nothing here; see /_sandbox/.' })
  const route = fitting.find((one) => one.method === head.method)
  if (!route) return pretty(405, { error: `Only ${fitting.map((one) => one.method).join(' or ')}.` })
  try {
    const id = Number(route.path.exec(path)?.[1] ?? 0)
    return pretty(200, route.run(desk, { ...head, id, body: parse(bytes) }))
  } catch (error) {
    if (error instanceof SandboxUseError) return pretty(400, { error: error.message })
    throw error
  }
}

function parse(bytes: Uint8Array | 'too-large'): unknown {
  if (bytes === 'too-large') throw new SandboxUseError('The body is too large.')
  if (bytes.byteLength === 0) return {}
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw new SandboxUseError('The body is no JSON.', { cause: error })
  }
}

// Read by people in a browser as well as by programs.
function pretty(status: number, value: unknown): Answer {
  return { ...jsonAnswer(status, value), body: `${JSON.stringify(value, null, 2)}\n` }
}
