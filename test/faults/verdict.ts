import type { LedgerLead } from './ledger.ts'
import type { FaultStage } from './stage.ts'

/** What came of the leads that were confirmed in a run. */
export type Verdict = {
  readonly confirmed: number
  readonly jobs: number
  /** Said to be taken and nowhere, or not in SingleOps without anybody knowing. */
  readonly lost: readonly string[]
  /** More than one job for one lead, or more than one lead for one customer. */
  readonly doubled: readonly string[]
  /** Not surely in SingleOps, and a person was told with what to do. */
  readonly told: number
  /** Cards beyond one for each lead: allowed, counted. */
  readonly extraCards: number
}

const UNDER_WAY = new Set(['queued', 'sending'])

/** Waits until nothing goes on by itself any more. */
export async function settle(stage: FaultStage, timeoutMs = 45_000): Promise<void> {
  let open = ''
  const isQuiet = async (): Promise<boolean> => {
    const [leads, posts, notices] = [
      await stage.ledger.leads(),
      await stage.ledger.posts(),
      await stage.ledger.pendingNotices(),
    ]
    const busy = leads.filter(goesOn)
    const unposted = posts.filter(({ wanted, shown }) => shown < wanted)
    const silent = leads.filter(({ id }) => !posts.some(({ leadId }) => leadId === id))
    open = JSON.stringify({ busy, unposted, notices, silent })
    return busy.length + unposted.length + notices + silent.length === 0
  }
  try {
    // Twice, because the three are not read at one moment: what moved in between shows the second time.
    const isAtRest = async () => (await isQuiet()) && (await isQuiet())
    await stage.until('the leads to come to rest', isAtRest, timeoutMs)
  } catch (error) {
    throw new Error(`The leads do not come to rest: ${open}`, { cause: error })
  }
  await stage.ws.drain()
}

function goesOn({ state, retryAt, because }: LedgerLead): boolean {
  if (state === 'waiting') return because !== 'account_blocked'
  return UNDER_WAY.has(state) || (state === 'unsure' && retryAt !== null)
}

/** All leads so far, for a judgement of those that are still to come. */
export async function leadIds(stage: FaultStage): Promise<ReadonlySet<string>> {
  return new Set((await stage.ledger.leads()).map(({ id }) => id))
}

/** Compares what people were told with the ledger, SingleOps and the workspace. `taken`: customers whose lead was said to be taken. */
export async function judge(
  stage: FaultStage,
  taken: readonly string[],
  options: {
    readonly judged?: ReadonlySet<string>
    /** The channel does not take messages: then the taker has to be told so instead. */
    readonly cardsRefused?: boolean
  } = {},
): Promise<Verdict> {
  const all = (await stage.ledger.leads()).filter(({ id }) => !options.judged?.has(id))
  const leads = all.filter(({ name }) => taken.includes(name))
  const jobs = stage.singleops.jobs()
  const jobsOf = ({ reference }: LedgerLead) => jobs.filter(({ notes }) => notes.includes(reference)).length
  const messages = ['leads', 'office', ...Object.keys(stage.ws.users).map((name) => `dm:${name}`)].flatMap(
    (channel) => stage.ws.messages(channel).map((message) => ({ channel, text: JSON.stringify(message) })),
  )
  const isTold = (lead: LedgerLead) =>
    messages.some(({ channel, text }) => channel !== 'leads' && text.includes(lead.reference))
  const cardsOf = ({ reference }: LedgerLead) =>
    messages.filter(({ channel, text }) => channel === 'leads' && text.includes(reference)).length

  const isCardExcused = () =>
    options.cardsRefused === true &&
    messages.some(({ channel, text }) => channel.startsWith('dm:') && text.includes("can't post in"))

  const unknown = taken.filter((name) => !leads.some((lead) => lead.name === name))
  const needy = leads.filter(({ state }) => state !== 'delivered')
  const lost = [
    ...unknown.map((name) => `${name}: taken and not in the ledger`),
    ...leads
      .filter((lead) => lead.state === 'delivered' && jobsOf(lead) === 0)
      .map(({ reference }) => `${reference}: delivered and not in SingleOps`),
    ...needy
      .filter((lead) => !isTold(lead))
      .map(({ reference, state }) => `${reference}: ${state} and nobody told`),
    ...leads
      .filter((lead) => cardsOf(lead) === 0 && !isCardExcused())
      .map(({ reference }) => `${reference}: no card`),
  ]
  const doubled = [
    ...leads.filter((lead) => jobsOf(lead) > 1).map((lead) => `${lead.reference}: ${jobsOf(lead)} jobs`),
    ...taken
      .filter(
        (name) =>
          leads.filter((lead) => lead.name === name).length > taken.filter((one) => one === name).length,
      )
      .map((name) => `${name}: more leads than were entered`),
  ]
  return {
    confirmed: leads.length,
    jobs: leads.reduce((count, lead) => count + jobsOf(lead), 0),
    lost,
    doubled,
    told: needy.filter(isTold).length,
    extraCards: leads.reduce((count, lead) => count + Math.max(0, cardsOf(lead) - 1), 0),
  }
}
