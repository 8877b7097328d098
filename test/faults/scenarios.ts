import { anEntry, type Entry, enterLead } from './person.ts'
import type { FaultStage } from './stage.ts'

/** A way that a lead can go, so that each part of the app is at work at some time. Resolves with the customer once it is taken. */
export type Scenario = { readonly name: string; play(stage: FaultStage, taker?: string): Promise<Entry> }

export const SCENARIOS: readonly Scenario[] = [
  { name: 'a new client', play: (stage, taker) => enter(stage, undefined, taker) },
  {
    name: 'a lost answer',
    async play(stage) {
      const fault = {
        kind: 'reset',
        when: 'after-processing',
        method: 'POST',
        path: 'jobs',
        times: 1,
      } as const
      using _ = cleared(stage.singleops.setFault(fault))
      // Slack's as well: the card has to be looked for.
      const post = { method: 'chat.postMessage', channel: 'leads', times: 1 } as const
      using __ = cleared(stage.ws.setFault({ ...post, reset: true, afterProcessing: true }))
      return await enter(stage, settledLead(stage))
    },
  },
  {
    name: 'SingleOps asks for time',
    async play(stage) {
      const fault = {
        kind: 'status',
        status: 429,
        retryAfter: 1,
        method: 'POST',
        path: 'jobs',
        times: 2,
      } as const
      using _ = cleared(stage.singleops.setFault(fault))
      return await enter(stage, settledLead(stage))
    },
  },
  {
    name: 'a refusal, fixed by the office',
    async play(stage) {
      const fault = { kind: 'refuse', text: 'Not like this', method: 'POST', path: 'jobs', times: 1 } as const
      using _ = cleared(stage.singleops.setFault(fault))
      const entry = await enter(stage, settledLead(stage))
      await fixRefused(stage, entry)
      return entry
    },
  },
]

async function enter(
  stage: FaultStage,
  afterwards?: (entry: Entry) => Promise<unknown>,
  taker = 'ana',
): Promise<Entry> {
  const entry = anEntry()
  await enterLead(stage, stage.ws.as(taker), entry)
  await afterwards?.(entry)
  return entry
}

/** Keeps the fault on until the lead has met it and gone on. */
const settledLead = (stage: FaultStage) => (entry: Entry) =>
  stage.until('the lead to come to rest', async () => {
    const lead = (await stage.ledger.leads()).find(({ name }) => name === entry.Name)
    return lead && ['delivered', 'refused', 'unmatched'].includes(lead.state)
  })

/** Presses the office's button until the form comes, submits it and confirms; tries again as the taker does. */
async function fixRefused(stage: FaultStage, entry: Entry): Promise<void> {
  const olivia = stage.ws.as('olivia')
  const find = async () => (await stage.ledger.leads()).find(({ name }) => name === entry.Name)
  for (let tries = 1; tries <= 6; tries += 1) {
    const lead = await find()
    if (lead?.state !== 'refused') return
    await stage.up()
    const request = await stage.ws.waitFor(
      () => stage.ws.messages('office').find((one) => JSON.stringify(one).includes(lead.reference)),
      { timeoutMs: 20_000 },
    )
    try {
      if (olivia.modal()) await olivia.closeAll()
      await olivia.click('Fix and send', { message: { channel: 'office', ts: request.ts } })
      await stage.ws.waitFor(() => olivia.modal()?.text.includes('Operation'))
      await olivia.submit()
      await stage.ws.waitFor(() => olivia.modal()?.submit?.startsWith('Create'))
      await olivia.submit()
    } catch {
      // The process died on the way: the next try looks how far it got.
    }
  }
}

function cleared(fault: { clear(): void }): Disposable {
  return { [Symbol.dispose]: () => fault.clear() }
}
