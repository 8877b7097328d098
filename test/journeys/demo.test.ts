import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'

type State = { readonly channels: readonly { readonly id: string; readonly name: string }[] }
type Messages = { readonly messages: readonly { readonly ts: string }[] }

/** Runs the demo until all of it stands. */
async function startDemo() {
  const child = spawn(process.execPath, ['src/sandbox/main.ts'], {
    env: { PATH: process.env.PATH ?? '', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
    if (said.includes('Ctrl-C')) resolve()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const exited = once(child, 'exit')
  void exited.then(() => reject(new Error(`The demo ended: ${said}`)))
  await promise
  return {
    said,
    async end(): Promise<unknown> {
      child.kill('SIGINT')
      const [code] = await exited
      return code
    },
  }
}

const read = async <Answer>(url: string): Promise<Answer> => {
  const answer: Answer = JSON.parse(await (await fetch(url)).text())
  return answer
}

it('plays a call, an email under which the app replies, and a lead for a partner, and gives people one address', async () => {
  const demo = await startDemo()

  const addresses = demo.said.match(/https?:\/\/\S+/gu) ?? []
  const api = `${addresses[0]}workspace`
  const { channels } = await read<State>(`${api}/state`)
  const messagesOf = (name: string, thread = '') => {
    const id = channels.find((channel) => channel.name === name)?.id
    return read<Messages>(`${api}/channels/${id}/messages${thread}`)
  }
  const [email] = (await messagesOf('leads-inbox')).messages
  const replies = JSON.stringify(await messagesOf('leads-inbox', `?thread_ts=${email?.ts}`))
  const shared = JSON.stringify(await messagesOf('shared-with-lund'))
  const code = await demo.end()

  expect(addresses).toHaveLength(1)
  expect(replies).toMatch(/Entered by .*LH-\w{6}/u)
  expect(shared).toContain('Ray Whitfield')
  expect(shared).toContain('left out: people of other workspaces')
  expect(shared).not.toMatch(/555-0121|Church St/u)
  expect(code).toBe(0)
})
