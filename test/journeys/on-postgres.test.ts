import { expect, it, onTestFinished } from 'vitest'
import { startPostgres } from '../contracts/postgres-server.ts'
import { cards, create, findClient, openForm } from './people.ts'
import { startStage } from './stage.ts'

it('takes, keeps and delivers leads with Postgres as its memory', { timeout: 60_000 }, async () => {
  const postgres = await startPostgres()
  onTestFinished(() => postgres[Symbol.asyncDispose]())
  const databaseUrl = await postgres.newDatabase()
  const stage = await startStage({ env: () => ({ DATABASE_URL: databaseUrl }) })
  const ana = stage.ws.as('ana')
  await openForm(stage, ana)
  await findClient(stage, ana, {
    Phone: '404-555-0120',
    Name: 'Nadia Okafor',
    Operation: 'Tree Care',
    'Lead Source': 'Phone',
  })
  await stage.singleops.goDown()

  await create(stage, ana, "SingleOps can't take leads right now")
  await stage.restart()
  await stage.singleops.comeUp()
  await stage.singleops.waitFor(() => stage.singleops.jobs().length > 0, { timeoutMs: 30_000 })

  await stage.ws.waitFor(() => cards(stage).some((card) => card.includes('In SingleOps')), {
    timeoutMs: 30_000,
  })
  expect(stage.singleops.jobs()).toHaveLength(1)
  expect(cards(stage)).toHaveLength(1)
})
