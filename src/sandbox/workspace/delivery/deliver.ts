import type { FaultSwitches } from '../fault-switches.ts'
import type { JsonValue } from '../json.ts'
import { pause } from '../pause.ts'
import type { TrafficLog } from '../traffic.ts'
import type { Delivery, Line, LineAnswer, RetryReason } from './line.ts'

export type DeliveryResult = {
  readonly ok: boolean
  readonly ackMs: number
  readonly status?: number
  /** Undefined for an empty body. */
  readonly body?: JsonValue
  readonly failure?: RetryReason
  readonly noRetry: boolean
}

/** Brings one payload to the app and waits for its ack; never rejects. */
export type Deliver = (delivery: Delivery) => Promise<DeliveryResult>

export function createDeliver(options: {
  /** The line to use now. */
  line: () => Line
  traffic: TrafficLog
  faults: FaultSwitches
  ackTimeoutMs: number
  /** Ends the delays of faults. */
  closing: AbortSignal
}): Deliver {
  const { line, traffic, faults, ackTimeoutMs, closing } = options

  async function bring(
    delivery: Delivery,
    way: { drop?: boolean; delayMs?: number },
  ): Promise<DeliveryResult> {
    const end = traffic.start({
      direction: 'slack→app',
      what: delivery.what,
      request: delivery.payload,
      ...(delivery.retry ? { retry: delivery.retry.number } : {}),
    })
    if (way.delayMs) await pause(way.delayMs, closing)
    const sentAt = performance.now()
    const answer: LineAnswer = way.drop
      ? { failure: 'connection_failed' }
      : await line()(delivery, ackTimeoutMs)
    const failure = answer.failure ?? failureOf(delivery, answer.status)
    end({
      ...(typeof answer.body === 'object' && answer.body !== null && !Array.isArray(answer.body)
        ? { response: answer.body }
        : answer.body === undefined
          ? {}
          : { response: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body) }),
      status: answer.status,
      error: failure === 'http_timeout' ? 'operation_timeout' : failure,
    })
    return {
      ok: failure === undefined,
      ackMs: Math.round(performance.now() - sentAt),
      noRetry: answer.noRetry === true,
      ...(answer.status === undefined ? {} : { status: answer.status }),
      ...(answer.body === undefined ? {} : { body: answer.body }),
      ...(failure === undefined ? {} : { failure }),
    }
  }

  return (delivery) => {
    const fault = faults.takeForDelivery(delivery.kind)
    const way = {
      ...(fault?.drop ? { drop: true } : {}),
      ...(fault?.delayMs === undefined ? {} : { delayMs: fault.delayMs }),
    }
    const first = bring(delivery, way)
    // The second one starts before the first is answered, and nobody looks at how it ends.
    if (fault?.duplicate) void bring(delivery, way)
    return first
  }
}

function failureOf(delivery: Delivery, status: number | undefined): RetryReason | undefined {
  if (status === undefined) return 'connection_failed'
  const isClean = delivery.kind === 'events' ? status >= 200 && status < 300 : status === 200
  return isClean ? undefined : 'http_error'
}
