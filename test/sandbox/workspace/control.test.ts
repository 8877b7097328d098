import { expect, it } from 'vitest'
import { aModal, startBolt } from './bolt-app.ts'

async function startForm() {
  const running = await startBolt((app) => {
    app.command('/probe', async ({ ack, client, body }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: aModal() })
    })
    app.view('form', async ({ ack }) => ack())
  })
  const base = `http://127.0.0.1:${running.workspace.port}/_sandbox`
  async function call(verb: string, path: string, body?: unknown) {
    const response = await fetch(`${base}${path}`, {
      method: verb,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }
  return { running, base, call }
}

it('acts as a person for another process and shows what that person sees', async () => {
  const { running, call } = await startForm()
  await using _stopped = running

  await call('POST', '/users/ana/command', { command: '/probe' })
  await running.workspace.waitFor(() => running.workspace.as('ana').modal())
  const filled = await call('POST', '/users/ana/fill', { values: { Name: 'Jane' } })
  const submitted = await call('POST', '/users/ana/submit')

  const filledIn = expect.stringContaining('Name (optional): Jane')
  expect(filled.body).toMatchObject({ screen: { modal: { text: filledIn } } })
  expect(submitted.body).toMatchObject({ result: { kind: 'closed' }, screen: { stack: [] } })
})

it.each([
  ['something that the person does not see', 'POST', '/users/ana/submit', 409, 'cannot_do'],
  ['an unknown act', 'POST', '/users/ana/dance', 404, 'not_found'],
  ['an unknown person', 'GET', '/users/nobody/screen', 409, 'cannot_do'],
  ['an unknown path', 'GET', '/nowhere', 404, 'not_found'],
])('refuses %s', async (_case, verb, path, status, error) => {
  const { running, call } = await startForm()
  await using _stopped = running

  const answer = await call(verb, path, verb === 'POST' ? {} : undefined)

  expect(answer).toMatchObject({ status, body: { error } })
})

it('takes no changes that another web page could send unasked', async () => {
  const { running, base } = await startForm()
  await using _stopped = running

  const answer = await fetch(`${base}/users/ana/submit`, { method: 'POST', body: 'x' })

  expect(answer.status).toBe(415)
})

it('streams the traffic and tells readers to look again', async () => {
  const { running, base } = await startForm()
  await using _stopped = running
  const stream = await fetch(`${base}/stream`)
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()

  await running.app.client.auth.test()
  let read = ''
  while (!read.includes('event: traffic')) read += (await reader?.read())?.value ?? ''
  await reader?.cancel()

  expect(read).toContain('event: change')
  expect(read).toContain('"what":"auth.test"')
  expect(read).not.toContain(running.workspace.botToken)
})
