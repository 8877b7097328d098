import { isObject, type JsonObject } from '../workspace/json.ts'

/** Which requests a fault hits: all that fit everything given. Each request meets one fault at most, the one that was set first. */
export type FaultMatch = {
  readonly method?: string
  /** Behind `/api/v1/`: `jobs`, `operations`, `custom_inputs`, `clients/search_by_field`. */
  readonly path?: string
  /** Only requests with these URL parameters, e.g. `{ search_field: 'phone', page: '2' }`. */
  readonly query?: Readonly<Record<string, string>>
  /** Only this account; for a POST it is known once the body was read, so not with `before-reading` and `mid-request`. */
  readonly account?: string
  /** Only requests on a connection that has carried another one before. */
  readonly reusedConnection?: true
  /** How many fitting requests get through before it strikes. Default 0. */
  readonly skip?: number
  /** How many it strikes. Default: all. */
  readonly times?: number
  /** Waits before the request is carried out. */
  readonly delayMs?: number
  /** Waits before the answer is sent. */
  readonly delayAnswerMs?: number
}

export type FaultEffect =
  /** Only the delays. */
  | { readonly kind: 'slow' }
  /** `POST jobs` only: an order that is fine is refused; `leavesClient`: after its new client was entered. */
  | { readonly kind: 'refuse'; readonly text?: string; readonly leavesClient?: true }
  /** An error page with this status; `processed`: after the request was carried out. `retryAfter`: seconds, or an HTTP date. */
  | {
      readonly kind: 'status'
      readonly status: number
      readonly retryAfter?: number | string
      readonly location?: string
      readonly processed?: true
    }
  /** The request is carried out, what comes back can't be used. */
  | { readonly kind: 'empty-body' | 'truncated-json' | 'not-json' | 'without-id' }
  | {
      readonly kind: 'reset'
      readonly when: 'before-reading' | 'mid-request' | 'after-processing' | 'mid-answer'
    }
  /** No answer until the other side gives up; `processed`: though the request was carried out. */
  | { readonly kind: 'silent'; readonly processed?: true }
  /** The answer comes `bytes` (default 1) at a time. */
  | { readonly kind: 'drip'; readonly everyMs: number; readonly bytes?: number }

export type Fault = FaultMatch & FaultEffect

const KINDS = [
  'slow',
  'refuse',
  'status',
  'empty-body',
  'truncated-json',
  'not-json',
  'without-id',
  'reset',
  'silent',
  'drip',
] as const satisfies readonly Fault['kind'][]

const RESETS = ['before-reading', 'mid-request', 'after-processing', 'mid-answer']

/** What the log of requests calls it. */
export function nameFault(fault: Fault): string {
  if (fault.kind === 'status') return `status ${fault.status}`
  return fault.kind === 'reset' ? `reset ${fault.when}` : fault.kind
}

/** True when `value` came as a fault over the control API; what doesn't belong to its kind is left to be ignored. */
export function isFault(value: unknown): value is Fault {
  if (!isObject(value) || !KINDS.some((kind) => kind === value.kind) || !hasMatch(value)) return false
  switch (value.kind) {
    case 'status':
      return (
        isCount(value.status) &&
        value.status >= 200 &&
        value.status <= 599 &&
        [value.retryAfter, value.location].every(isHeader)
      )
    case 'reset':
      return RESETS.some((when) => when === value.when)
    case 'drip':
      return isCount(value.everyMs)
    default:
      return true
  }
}

function hasMatch(value: JsonObject): boolean {
  const { query } = value
  return (
    ['method', 'path', 'account', 'text'].every((key) =>
      ['string', 'undefined'].includes(typeof value[key]),
    ) &&
    ['skip', 'times', 'delayMs', 'delayAnswerMs', 'bytes'].every(
      (key) => value[key] === undefined || isCount(value[key]),
    ) &&
    (query === undefined || (isObject(query) && Object.values(query).every((one) => typeof one === 'string')))
  )
}

function isHeader(value: unknown): boolean {
  return value === undefined || isCount(value) || (typeof value === 'string' && /^[\x20-\x7e]*$/u.test(value))
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0
}
