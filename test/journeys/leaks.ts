import { expect } from 'vitest'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import type { Collector } from '../otlp/collector.ts'
import type { Stage } from './stage.ts'

export type Trace = RegExp | string

/** Where something of what must not be there stands, with what is around it. */
export const findTraces = (text: string, traces: readonly Trace[]): string[] =>
  traces.flatMap((trace) => {
    const at = typeof trace === 'string' ? text.indexOf(trace) : text.search(trace)
    return at < 0 ? [] : [`${trace}: …${text.slice(Math.max(0, at - 120), at + 80)}…`]
  })

export const COLLECTORS_KEY = 'k3y-of-the-collector'

/** What only the other systems and the environment may hold. */
export function secretsOf({ ws, singleops }: Pick<Stage, 'ws' | 'singleops'>): Trace[] {
  return [
    ws.botToken,
    ws.appToken,
    ws.signingSecret,
    MAIN_ACCOUNT.userToken,
    MAIN_ACCOUNT.userEmail,
    COLLECTORS_KEY,
    'sandbox-verification-token',
    // Response addresses of commands, buttons and shortcuts.
    /\/(?:commands|actions|app)\/T\w+\/\d+\/[\w-]{8,}/u,
    ...singleops.clients().map((client) => client.token),
  ]
}

// Shorter things stand in texts by chance.
const LONG_ENOUGH = 8

/** Every customer that SingleOps holds in the end, and what was said of them. */
function customersOf({ singleops }: Pick<Stage, 'singleops'>): Trace[] {
  const facts = [
    ...singleops
      .clients()
      .flatMap(({ name, email, phone, mobile, bill_addr_1 }) => [name, email, phone, mobile, bill_addr_1]),
    ...singleops.jobs().flatMap(({ notes }) => notes.split('\n').filter((line) => !line.startsWith('LH-'))),
  ]
  return facts.filter((fact): fact is string => typeof fact === 'string' && fact.length >= LONG_ENOUGH)
}

/** What the log and the spans of a journey say that they must not: to be asked once the app has stopped. */
export function expectNoLeak(stage: Stage, { bodies, spans }: Collector): void {
  const traces = [...secretsOf(stage), ...customersOf(stage)]
  const said = [
    ...stage.logged.map((line) => JSON.stringify(line)),
    // Texts stand in them as they are.
    ...bodies.map((body) => body.toString('latin1')),
  ].join('\n')
  expect(findTraces(said, traces)).toEqual([])
  // No query string either.
  expect(findTraces(JSON.stringify(spans), ['user_email', 'search_term', '?'])).toEqual([])
}
