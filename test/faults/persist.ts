import { type Entry, takeBreath } from './person.ts'
import type { FaultStage } from './stage.ts'

const MOST_TRIES = 10

/** Does what a person does, again and again while processes die under their hands, until it is done. */
export async function persist(
  stage: FaultStage,
  what: string,
  isDone: () => Promise<boolean>,
  act: () => Promise<unknown>,
): Promise<void> {
  let last: unknown
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (await isDone()) return
    await stage.up()
    try {
      await act()
    } catch (error) {
      // The process died on the way: the next try looks how far it got.
      last = error
      await takeBreath()
    }
  }
  if (!(await isDone())) throw new Error(`Tried in vain: ${what}`, { cause: last })
}

/** Whether the ledger has a lead of this customer, in one of these states if some are given. */
export function hasLead(stage: FaultStage, { Name }: Entry, ...states: readonly string[]) {
  return async (): Promise<boolean> =>
    (await stage.ledger.leads()).some(
      ({ name, state }) => name === Name && (states.length === 0 || states.includes(state)),
    )
}
