import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createLogger } from '../../src/ops/logger.ts'
import { downloadText, isSlackFile } from '../../src/slack/download.ts'

const SLACK = 'https://slack.com/api/'

describe('the token goes to', () => {
  it.each([
    'https://files.slack.com/files-pri/T1-F1/mail.html',
    'https://files-origin.slack.com/files-email-priv/T1-F1-aa-bb/brief.pdf',
    'https://acme.enterprise.slack.com/files/U1/F1/mail',
    'https://slack.com/files/1',
  ])('%s', (address) => {
    expect(isSlackFile(address, SLACK)).toBe(true)
  })
})

describe('the token does not go to', () => {
  it.each([
    'http://files.slack.com/mail.html',
    'https://files.slack.com:8443/mail.html',
    'https://files.slack.com.example.com/mail.html',
    'https://files-slack.com/mail.html',
    'https://slack.com@example.com/mail.html',
    'https://user:word@files.slack.com/mail.html',
    'https://example.com/?files.slack.com',
    'https://example.com/#.slack.com',
    'https://169.254.169.254/latest/meta-data',
    'http://localhost:3000/metrics',
    'http://[::1]/',
    'file:///etc/passwd',
    'data:text/html,mail',
    'ftp://files.slack.com/mail',
    '//files.slack.com/mail',
    'files.slack.com',
    'https://ѕlack.com/mail',
    '',
  ])('%s', (address) => {
    expect(isSlackFile(address, SLACK)).toBe(false)
  })

  it('the configured host by another scheme or port', () => {
    expect(isSlackFile('http://127.0.0.1:4000/files/1', 'http://127.0.0.1:4000/api/')).toBe(true)
    expect(isSlackFile('http://127.0.0.1:4001/files/1', 'http://127.0.0.1:4000/api/')).toBe(false)
    expect(isSlackFile('https://127.0.0.1:4000/files/1', 'http://127.0.0.1:4000/api/')).toBe(false)
  })
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const download = (base: string, path = 'file') =>
  downloadText(`${base}${path}`, { botToken: 'xoxb-1', apiUrl: base, log: createLogger({ level: 'silent' }) })

describe('a download', () => {
  it('brings the text, letters cut between two parts too', async () => {
    const text = Buffer.from('Müller, 3 größere Bäume')
    const base = await serve((request, response) => {
      expect(request.headers.authorization).toBe('Bearer xoxb-1')
      response.write(text.subarray(0, 2))
      setImmediate(() => response.end(text.subarray(2)))
    })

    expect(await download(base)).toBe(text.toString())
  })

  it('follows no redirect with the token', async () => {
    const seen: string[] = []
    const other = await serve((request, response) => {
      seen.push(request.url ?? '')
      response.end('sign in')
    })
    const base = await serve((_, response) => response.writeHead(302, { location: other }).end())

    expect(await download(base)).toBeUndefined()
    expect(seen).toEqual([])
  })

  it('stops at five megabytes, whatever was announced', async () => {
    let written = 0
    const base = await serve((_, response) => {
      const part = Buffer.alloc(256 * 1024, 'x')
      const more = (): void => {
        while (!response.destroyed && response.write(part)) written += part.length
      }
      response.on('drain', more)
      more()
    })

    expect(await download(base)).toBeUndefined()
    expect(written).toBeLessThan(50_000_000)
  })

  it('takes no page that says it failed', async () => {
    const base = await serve((_, response) => response.writeHead(404).end('not here'))

    expect(await download(base)).toBeUndefined()
  })
})
