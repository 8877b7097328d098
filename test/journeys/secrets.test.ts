import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { MAIN_ACCOUNT } from '../../src/sandbox/seed.ts'
import type { UserActions } from '../../src/sandbox/workspace/api.ts'
import { findTraces, secretsOf } from './leaks.ts'
import { create, findClient, openForm, sees } from './people.ts'
import { type Stage, type StageOptions, startStage } from './stage.ts'

/** A customer whose every word is found nowhere else. */
const CUSTOMER = {
  Phone: '404-555-0177',
  Name: 'Quillfeather Ostrander',
  Email: 'quill@ostrander.example',
  'Address of the work': '17 Winterbourne Hollow Rd, Marietta, GA 30060',
  Operation: 'Tree Care',
  'Lead Source': 'Phone',
  'What do they need?': 'Sycamore leans over the henhouse',
} as const

const TRACES_OF_CUSTOMERS = [
  /Quillfeather|Ostrander/iu,
  /quill@/iu,
  /404.?.?555.?0177/u,
  /Winterbourne/iu,
  /Sycamore|henhouse/iu,
  // A client that SingleOps knows, and those that stand in its answers beside her.
  /Jane|Smith|Harold/u,
  /770.{0,3}555.{0,2}012[34]/u,
  /200 Main/iu,
]

/** Everything that the process says besides its log. */
function overhear(): () => string {
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return () => spies.flatMap((spy) => spy.mock.calls.map(([words]) => String(words))).join('')
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  )

async function expectNothingLeaked(stage: Stage, heard: () => string): Promise<void> {
  const log = stage.logged.map((line) => JSON.stringify(line)).join('\n')
  const secrets = secretsOf(stage)
  const folder = stage.env.DATA_DIR ?? ''
  await stage.app[Symbol.asyncDispose]()
  const spans = stage.collector.bodies.map((body) => body.toString('latin1')).join('\n')
  expect(stage.collector.spans.length).toBeGreaterThan(10)
  for (const said of [log, spans, heard()]) {
    expect(findTraces(said, [...secrets, ...TRACES_OF_CUSTOMERS])).toEqual([])
  }
  expect(filesIn(folder).filter((name) => !/^leadhand\.(?:db(?:-wal|-shm)?|lock\S*)$/u.test(name))).toEqual(
    [],
  )
  for (const name of filesIn(folder)) {
    expect(findTraces(readFileSync(join(folder, name), 'latin1'), secrets)).toEqual([])
  }
}

const startTalkative = (options: StageOptions = {}) =>
  startStage({ ...options, env: (ws) => ({ INTAKE_CHANNEL: ws.channels['leads-inbox'].id }) })

async function closeAll(person: UserActions): Promise<void> {
  if (person.modal()) await person.closeAll()
}

async function enter(
  stage: Stage,
  person: UserActions,
  values: Partial<Record<keyof typeof CUSTOMER, string>> = {},
): Promise<void> {
  await closeAll(person)
  await openForm(stage, person)
  await findClient(stage, person, { ...CUSTOMER, ...values })
}

it.each(['http', 'socket'] as const)(
  'keeps secrets and customers out of the log when all goes well, over %s',
  async (transport) => {
    const heard = overhear()
    const stage = await startTalkative({ transport })
    const ana = stage.ws.as('ana')
    await enter(stage, ana)
    await create(stage, ana)
    await closeAll(ana)
    await openForm(stage, ana, 'jane smith 770 555 0123 oak on fence, 200 main st marietta')
    await closeAll(ana)
    await openForm(stage, ana)
    await findClient(stage, ana, { ...CUSTOMER, Name: 'Jane Smith', Phone: '770.555.0123' })
    await create(stage, ana)
    const email = await stage.ws.shareEmail('leads-inbox', {
      subject: `Quote for ${CUSTOMER.Name}`,
      from: { name: CUSTOMER.Name, address: CUSTOMER.Email },
      plain_text: `${CUSTOMER['What do they need?']}\n${CUSTOMER.Phone}\n${CUSTOMER.Name}`,
    })
    await closeAll(ana)
    await ana.messageShortcut('create_lead', email)
    await sees(stage, ana, 'Operation')
    await closeAll(ana)
    await ana.command('/lead', `find ${CUSTOMER.Phone}`)
    await ana.command('/lead', 'doctor')
    await ana.openHome()
    await stage.ws.drain()
    await stage.restart()

    expect(stage.singleops.jobs()).toHaveLength(2)
    expect(findTraces(JSON.stringify(stage.singleops.portalClients()), TRACES_OF_CUSTOMERS)).not.toEqual([])
    expect(
      stage.logged.filter((line) => line.level === 'debug' || line.level === 'info').length,
    ).toBeGreaterThan(10)
    await expectNothingLeaked(stage, heard)
  },
)

it('keeps them out of it when SingleOps fails in every way', async () => {
  const heard = overhear()
  const stage = await startTalkative()
  const ana = stage.ws.as('ana')
  const post = { method: 'POST', path: 'jobs', times: 1 } as const
  const quoted = `${CUSTOMER.Name} (${CUSTOMER.Phone}, ${MAIN_ACCOUNT.userEmail}) ${MAIN_ACCOUNT.userToken} is taken`

  stage.singleops.setFault({ kind: 'refuse', text: quoted, ...post })
  await enter(stage, ana)
  await create(stage, ana, 'SingleOps refused')

  stage.singleops.setFault({ kind: 'not-json', ...post })
  await enter(stage, ana, { Phone: '404-555-0177' })
  await create(stage, ana, /is in SingleOps|may or may not be there|Looking/u)

  stage.singleops.setFault({ kind: 'reset', when: 'after-processing', ...post })
  await enter(stage, ana, { Name: 'Quillfeather Jane Ostrander' })
  await create(stage, ana, /is in SingleOps|may or may not be there/u)

  stage.singleops.setFault({ kind: 'not-json', path: 'clients/search_by_field', times: 3 })
  await enter(stage, ana, { Email: 'quill@feather.example' })
  await closeAll(ana)
  await openForm(stage, ana)
  await stage.singleops.goDown()
  await findClient(stage, ana, { ...CUSTOMER, Phone: '404-555-0178' })
  await ana.click('Save: decide later')
  await sees(stage, ana, 'nobody has said yet whose it is')
  await stage.singleops.comeUp()

  await stage.ws.waitFor(() => stage.logged.some((line) => line.msg === 'attempt failed'))
  await expectNothingLeaked(stage, heard)
})

it('keeps them out of it when Slack fails, and when a person does something strange', async () => {
  const heard = overhear()
  const stage = await startTalkative()
  const ana = stage.ws.as('ana')
  await enter(stage, ana)
  const down = stage.ws.setFault({ method: 'chat.postMessage', status: 500, times: 3 })
  stage.ws.setFault({ method: 'views.update', error: 'internal_error', times: 2 })
  await create(stage, ana, /is in SingleOps|on its way/u)
  await stage.ws.waitFor(() => down.used > 0)
  stage.ws.setChannel('leads', { is_archived: true })
  stage.ws.setFault({ method: 'views.open', error: 'expired_trigger_id', times: 1 })
  await ana.command('/lead', `${CUSTOMER.Name} ${CUSTOMER.Phone}`)
  await stage.ws.as('gus').command('/lead', `${CUSTOMER.Name} ${CUSTOMER.Phone}`)

  await stage.ws.waitFor(() => stage.logged.some((line) => line.level === 'warn'))
  await expectNothingLeaked(stage, heard)
})
