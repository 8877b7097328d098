import type { FaultBody } from '../setting.ts'

/** One kind of trouble that can be switched on; on the wire it is one fault or several. */
export type FaultSwitch = {
  readonly key: string
  readonly title: string
  readonly note: string
  readonly faults: readonly FaultBody[]
}

const EVENTS = ['events', 'commands', 'block_actions', 'view_submission', 'message_action', 'shortcut']

export const SINGLEOPS_FAULTS: readonly FaultSwitch[] = [
  {
    key: 'down',
    title: 'SingleOps is down',
    note: 'Every request is answered with 503.',
    faults: [{ kind: 'status', status: 503, retryAfter: 2 }],
  },
  {
    key: 'takes-none',
    title: 'SingleOps takes no leads',
    note: 'Searches work; entering a lead is answered with 503.',
    faults: [{ kind: 'status', status: 503, retryAfter: 2, method: 'POST', path: 'jobs' }],
  },
  {
    key: 'slow',
    title: 'SingleOps is slow',
    note: 'Each answer takes 6 seconds.',
    faults: [{ kind: 'slow', delayMs: 6000 }],
  },
  {
    key: 'busy',
    title: 'Too many requests (429)',
    note: 'Refused, with the wish to come back in 5 seconds.',
    faults: [{ kind: 'status', status: 429, retryAfter: 5 }],
  },
  {
    key: 'lost',
    title: 'The answer gets lost, once',
    note: 'The next lead is entered, but the connection breaks before SingleOps says so.',
    faults: [{ kind: 'reset', when: 'after-processing', method: 'POST', path: 'jobs', times: 1 }],
  },
  {
    key: 'refuse',
    title: 'A lead is refused, once',
    note: 'SingleOps does not like what is in it.',
    faults: [{ kind: 'refuse', text: 'Phone is invalid', times: 1 }],
  },
  {
    key: 'credentials',
    title: 'Wrong credentials',
    note: 'As if the API user had been removed.',
    faults: [{ kind: 'status', status: 401 }],
  },
]

export const SLACK_FAULTS: readonly FaultSwitch[] = [
  {
    key: 'slack-down',
    title: 'Slack can’t be reached',
    note: 'The app’s calls break off.',
    faults: [{ method: '*', reset: true }],
  },
  {
    key: 'slack-busy',
    title: 'Too many requests (429)',
    note: 'The app’s calls are to be repeated after 3 seconds.',
    faults: [{ method: '*', status: 429, retryAfter: 3 }],
  },
  {
    key: 'slack-slow',
    title: 'Slack is slow',
    note: 'Each call of the app takes 2 seconds.',
    faults: [{ method: '*', delayMs: 2000 }],
  },
  {
    key: 'doubled',
    title: 'Everything comes twice',
    note: 'Events, presses and submits are delivered two times.',
    faults: EVENTS.map((deliver) => ({ deliver, duplicate: true })),
  },
]

/** True when a fault of a sandbox is this one; it may carry more, such as how often it struck. */
export function isSame(body: FaultBody, fault: object): boolean {
  const held = new Map<string, unknown>(Object.entries(fault))
  return (
    Object.keys(body).length === held.size &&
    Object.entries(body).every(([key, value]) => held.get(key) === value)
  )
}
