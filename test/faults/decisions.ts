import type { UserActions } from '../../src/sandbox/workspace/api.ts'
import { startPostgres } from '../contracts/postgres-server.ts'
import { anEntry, type Entry, enterLead, KNOWN } from './person.ts'
import { type Desk, findButton } from './press.ts'
import { type FaultStage, startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

const LOOK = 'Look again'
const FOUND = 'I found it in SingleOps'
const AGAIN = "It's not there: send again"
const FIX = 'Fix and send'
const DISCARD = 'Discard'

type Trouble = 'unsure' | 'unsure, new client' | 'refused'
type Press = readonly [who: 'ana' | 'olivia', desk: Desk, button: string]
type Race = {
  readonly trouble: Trouble
  readonly presses: readonly [Press, Press]
  /** How the resend ends; well unless given. */
  readonly resendIsLost?: true
}

/** The taker in the direct message or on Home, the office in its channel or on Home; the same thing twice, or things that exclude each other. */
const RACES: readonly Race[] = [
  ...(
    [
      [AGAIN, AGAIN],
      [AGAIN, DISCARD],
      [AGAIN, FOUND],
      [FOUND, FOUND],
      [FOUND, DISCARD],
      [DISCARD, DISCARD],
    ] as const
  ).flatMap(([one, other]) => both('unsure', one, other)),
  ...both('unsure, new client', LOOK, LOOK),
  ...both('unsure, new client', LOOK, AGAIN),
  ...both('refused', FIX, FIX),
  ...both('refused', FIX, DISCARD),
  { trouble: 'unsure', presses: pair('dm', AGAIN, 'office', AGAIN), resendIsLost: true },
]

function both(trouble: Trouble, one: string, other: string): Race[] {
  return [
    { trouble, presses: pair('dm', one, 'office', other) },
    { trouble, presses: pair('home', other, 'office', one) },
    { trouble, presses: pair('dm', other, 'home', one) },
  ]
}

function pair(takers: Desk, one: string, offices: Desk, other: string): Race['presses'] {
  return [
    ['ana', takers, one],
    ['olivia', offices, other],
  ]
}

/** Two people press at the same moment; two processes answer. The first one wins, once, and the other one is told. */
export async function raceDecisions(
  options: { readonly choose?: (point: string) => boolean; readonly progress?: (row: Row) => void } = {},
): Promise<Row[]> {
  await using postgres = await startPostgres()
  await using stage = await startFaultStage({ databaseUrl: await postgres.newDatabase(), replicas: 2 })
  const rows: Row[] = []
  for (const race of RACES.filter((one) => options.choose?.(nameOf(one)) ?? true)) {
    const row = await run(stage, race)
    rows.push(row)
    options.progress?.(row)
  }
  return rows
}

const nameOf = ({ trouble, presses, resendIsLost }: Race): string =>
  `${trouble}: ${presses.map(([who, desk, button]) => `${who} “${button}” (${desk})`).join(' and ')}${resendIsLost ? ', lost again' : ''}`

async function run(stage: FaultStage, race: Race): Promise<Row> {
  const judged = await leadIds(stage)
  const posts = () => stage.singleops.requests('jobs').length
  const before = posts()
  const entry = await makeTrouble(stage, race)
  const find = async () => {
    const lead = (await stage.ledger.leads()).find(({ id, name }) => !judged.has(id) && name === entry.Name)
    if (!lead) throw new Error(`There is no lead of ${entry.Name}`)
    return lead
  }
  const { reference, state } = await find()

  const acts: (() => Promise<unknown>)[] = []
  for (const one of race.presses) acts.push(await prepare(stage, one, reference))
  const toldBefore = tooLate(stage, race)
  await Promise.all(acts.map((act) => act()))

  if (race.trouble === 'unsure, new client') stage.singleops.clearFaults()
  const isLooking = race.trouble === 'unsure, new client'
  await stage.until('a press to count', async () => {
    const lead = await find()
    return isLooking || lead.state !== state || lead.attempts > 1
  })
  const isTold = await nobodyIsLeftInTheDark(stage, race, toldBefore)
  await settle(stage)
  await stage.ws.drain()
  const sent = posts() - before
  const after = await find()
  const { lost, ...verdict } = await judge(stage, [entry.Name], { judged })
  // Whoever says that they found it is believed.
  const missing = isSaidToBeThere(race) ? [] : lost
  return toRow(nameOf(race), 1, { ...verdict, lost: missing }, [
    ...whatIsBroken(race, sent, after.state),
    ...(isTold ? [] : ['nobody was told to be too late']),
  ])
}

const isSaidToBeThere = ({ presses }: Race): boolean =>
  presses.some(([, , button]) => button === FOUND) && presses.some(([, , button]) => button === AGAIN)

/** Whoever came second hears so, a moment after the press was acknowledged. */
async function nobodyIsLeftInTheDark(stage: FaultStage, race: Race, toldBefore: number): Promise<boolean> {
  if (!excludeEachOther(race)) return true
  const isTold = stage.ws.waitFor(() => tooLate(stage, race) > toldBefore, { timeoutMs: 20_000 })
  return isTold.catch(() => false)
}

/** Where a second look, or a form that was being mended, says something of its own. */
const excludeEachOther = ({ presses }: Race): boolean =>
  presses.every(([, , button]) => button !== LOOK && button !== FIX)

/** How often the people of a race were told that somebody else was faster: in the view, beside the message, or by direct message. */
function tooLate(stage: FaultStage, { presses }: Race): number {
  const texts = presses.flatMap(([who]) => {
    const person = stage.ws.as(who)
    const messages = [...person.ephemerals(), ...stage.ws.dm(who)]
    return [person.modal()?.text ?? '', ...messages.map(({ text }) => text)]
  })
  return texts.filter((text) => text.includes('Somebody else was faster')).length
}

/** The first POST and one more at most; none once it was thrown away or found. */
function whatIsBroken(race: Race, sent: number, state: string): string[] {
  const wanted = race.presses.map(([, , button]) => button)
  const mayResend = wanted.some((button) => [AGAIN, FIX, LOOK].includes(button))
  const most = mayResend && state !== 'discarded' ? 2 : 1
  const ends = race.resendIsLost
    ? ['unsure']
    : ['delivered', ...(wanted.includes(DISCARD) ? ['discarded'] : [])]
  return [
    ...(sent > most ? [`sent ${sent} times`] : []),
    ...(ends.includes(state) ? [] : [`ended as ${state}`]),
  ]
}

/** A lead that needs somebody: for a known client nothing can be looked up, a new one's search does not answer. */
async function makeTrouble(stage: FaultStage, race: Race): Promise<Entry> {
  const { trouble, presses, resendIsLost } = race
  const entry = trouble === 'unsure' ? KNOWN : anEntry()
  const post = { method: 'POST', path: 'jobs' } as const
  if (trouble === 'refused')
    stage.singleops.setFault({ ...post, kind: 'refuse', text: 'Not like this', times: 1 })
  else {
    const isThere = presses.some(([, , button]) => button === FOUND) && !isSaidToBeThere(race)
    const when = isThere ? 'after-processing' : 'mid-request'
    stage.singleops.setFault({ ...post, kind: 'reset', when, times: resendIsLost ? 2 : 1 })
  }
  await enterLead(stage, stage.ws.as('ana'), entry)
  if (trouble === 'unsure, new client') {
    stage.singleops.setFault({ kind: 'status', status: 500, path: 'clients/search_by_field' })
    await stage.until('the office to be asked', async () =>
      stage.ws.messages('office').some((message) => JSON.stringify(message).includes(entry.Name)),
    )
  } else await settle(stage)
  return entry
}

/** Takes all the steps but the last, which decides. */
async function prepare(
  stage: FaultStage,
  [who, desk, button]: Press,
  reference: string,
): Promise<() => Promise<unknown>> {
  const person = stage.ws.as(who)
  if (person.modal()) await person.closeAll()
  const click = await findButton(stage, person, desk, button, reference)
  if (button !== FOUND && button !== FIX) return click
  await click()
  await sees(stage, person, button === FOUND ? 'Found in SingleOps' : 'Operation')
  if (button === FIX) {
    await person.submit()
    await stage.ws.waitFor(() => person.modal()?.submit?.startsWith('Create'), { timeoutMs: 20_000 })
  }
  return () => person.submit()
}

const sees = (stage: FaultStage, person: UserActions, words: string): Promise<true> =>
  stage.ws.waitFor(
    () => {
      const view = person.modal()
      return view && `${view.title} ${view.text}`.includes(words) ? true : undefined
    },
    { timeoutMs: 20_000, what: `${person.name} to see ${words}` },
  )
