import { expect, it } from 'vitest'
import type { ApiFault } from '../../src/sandbox/workspace/api.ts'
import { openForm } from './people.ts'
import { startStage } from './stage.ts'

const OPEN = 'apps.connections.open'

it.each<[string, Omit<ApiFault, 'method'>]>([
  ['says that it does not know the app', { error: 'invalid_auth' }],
  ['answers with an error page', { status: 500 }],
  ['breaks the connection off', { reset: true }],
])('comes back by itself when Slack %s for a while', async (_what, fault) => {
  const stage = await startStage({ transport: 'socket' })
  stage.ws.setFault({ method: OPEN, times: 2, ...fault })

  stage.ws.disconnectSockets()
  await stage.ws.waitFor(() => stage.ws.sockets > 0, { what: 'the next connection' })

  expect(await openForm(stage, stage.ws.as('ana'))).toMatchObject({ title: 'New lead' })
  expect(stage.logged.filter(({ msg }) => msg === 'could not connect to slack')).toHaveLength(2)
})

it('connects again at once when Slack sends it away', async () => {
  const stage = await startStage({ transport: 'socket' })

  stage.ws.disconnectSockets('refresh_requested')
  await stage.ws.waitFor(() => stage.ws.sockets > 0, { what: 'the next connection' })

  expect(await openForm(stage, stage.ws.as('ana'))).toMatchObject({ title: 'New lead' })
  expect(stage.logged.filter(({ msg }) => msg === 'could not connect to slack')).toEqual([])
})

it('stops while Slack can’t be reached', async () => {
  const stage = await startStage({ transport: 'socket' })
  const fault = stage.ws.setFault({ method: OPEN, reset: true })
  stage.ws.disconnectSockets()
  await stage.ws.waitFor(() => fault.used > 0, { what: 'a try to connect' })

  await stage.app[Symbol.asyncDispose]()

  expect(stage.logged.at(-1)).toMatchObject({ msg: 'leadhand is down' })
})
