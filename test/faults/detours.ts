import { hasLead, persist } from './persist.ts'
import { anEntry, confirm, type Entry, enterLead, reachMatch } from './person.ts'
import type { Scenario } from './scenarios.ts'
import type { FaultStage } from './stage.ts'

const SOON = { timeoutMs: 8_000 }
const SEARCH = { path: 'clients/search_by_field' } as const
const POST = { method: 'POST', path: 'jobs' } as const

/** Ways on which a lead meets more than the one request that it needs. */
export const DETOURS: readonly Scenario[] = [
  {
    name: 'saved undecided, chosen later',
    async play(stage, taker = 'ana') {
      const entry = anEntry()
      const ana = stage.ws.as(taker)
      const fault = stage.singleops.setFault({ kind: 'status', status: 500, ...SEARCH })
      await persist(stage, 'a lead saved undecided', hasLead(stage, entry), async () => {
        await reachMatch(stage, ana, entry)
        await ana.click('Save: decide later')
        await stage.ws.waitFor(() => ana.modal()?.title === 'Saved', SOON)
      })
      fault.clear()
      await persist(stage, 'a client chosen', hasLead(stage, entry, 'queued', 'sending', 'delivered'), () =>
        chooseClient(stage, taker, entry),
      )
      return entry
    },
  },
  {
    name: 'kept waiting until its taker is told',
    async play(stage, taker = 'ana') {
      const entry = anEntry()
      const fault = stage.singleops.setFault({
        kind: 'status',
        status: 429,
        retryAfter: 1,
        times: 4,
        ...POST,
      })
      await enterLead(stage, stage.ws.as(taker), entry)
      await stage.until('the outage to be over', hasLead(stage, entry, 'delivered', 'unsure'), 60_000)
      fault.clear()
      return entry
    },
  },
  {
    name: 'an account blocked and freed',
    async play(stage, taker = 'ana') {
      const [entry, freeing] = [anEntry(), anEntry()]
      const fault = stage.singleops.setFault({ kind: 'status', status: 401, times: 1, ...POST })
      await enterLead(stage, stage.ws.as(taker), entry)
      await stage.until(
        'the lead to be held or through',
        hasLead(stage, entry, 'waiting', 'delivered', 'unsure'),
      )
      fault.clear()
      await enterLead(stage, stage.ws.as(taker), freeing)
      await stage.until('the account to be free', async () =>
        (await stage.ledger.leads()).every(({ because }) => because !== 'account_blocked'),
      )
      return entry
    },
  },
  {
    name: 'a form left lying and continued',
    async play(stage, taker = 'ana') {
      const entry = anEntry()
      const ana = stage.ws.as(taker)
      await persist(stage, 'a form continued', hasLead(stage, entry), async () => {
        const before = stage.ws.dm(taker).length
        await reachMatch(stage, ana, entry)
        if (ana.modal()) await ana.closeAll()
        await lookAround(stage, taker, entry)
        const reminder = await stage.ws.waitFor(
          () =>
            stage.ws
              .dm(taker)
              .slice(before)
              .find((message) => message.text.includes("didn't confirm")),
          SOON,
        )
        await ana.click('Continue', { message: { channel: 'dm', ts: reminder.ts } })
        await stage.ws.waitFor(() => ana.modal()?.text.includes('Operation'), SOON)
        await ana.submit()
        await matchEnds(stage, taker)
        await confirm(stage, ana)
      })
      return entry
    },
  },
]

async function chooseClient(stage: FaultStage, taker: string, { Name }: Entry): Promise<void> {
  const ana = stage.ws.as(taker)
  const lead = (await stage.ledger.leads()).find(({ name }) => name === Name)
  const message = await stage.ws.waitFor(
    () =>
      stage.ws.dm(taker).findLast((one) => {
        const text = JSON.stringify(one)
        return text.includes(lead?.reference ?? '?') && text.includes('answers again')
      }),
    SOON,
  )
  if (ana.modal()) await ana.closeAll()
  await ana.click('Choose the client', { message: { channel: 'dm', ts: message.ts } })
  await matchEnds(stage, taker)
  await confirm(stage, ana)
}

function matchEnds(stage: FaultStage, taker: string): Promise<true> {
  return stage.ws.waitFor(() => {
    const view = stage.ws.as(taker).modal()
    return view?.title === 'Which client?' && !view.text.includes('Looking for') ? true : undefined
  }, SOON)
}

/** What people and their monitoring look at beside the leads. */
async function lookAround(stage: FaultStage, taker: string, { Phone }: Entry): Promise<void> {
  const ana = stage.ws.as(taker)
  await ana.openHome()
  await ana.command('/lead', `find ${Phone}`)
  await fetch(`http://127.0.0.1:${stage.replica.port}/metrics`).catch(() => undefined)
}
