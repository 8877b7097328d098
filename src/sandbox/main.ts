import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { playCall } from './demo/call-journey.ts'
import { CHANNELS } from './demo/channels.ts'
import { playEmail } from './demo/email-journey.ts'
import { listenOn } from './demo/listen-on.ts'
import { createNarrator } from './demo/narrator.ts'
import { SETTING } from './demo/setting.ts'
import { spawnApp } from './demo/spawn-app.ts'
import { startPageServer } from './page-server.ts'
import { MAIN_ACCOUNT } from './seed.ts'
import { startSingleOpsServer } from './singleops-server.ts'
import { startWorkspace } from './workspace/workspace.ts'

const { values } = parseArgs({ options: { exit: { type: 'boolean', default: false } } })
const write = (text: string) => void process.stdout.write(text)
const folder = mkdtempSync(join(tmpdir(), 'leadhand-demo-'))

try {
  await using singleops = await listenOn(4002, (port) => startSingleOpsServer({ port }))
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8')
  await using ws = await listenOn(4001, (port) => startWorkspace({ port, manifest, channels: CHANNELS }))
  const env = {
    PORT: '0',
    DATA_DIR: join(folder, 'data'),
    SLACK_BOT_TOKEN: ws.botToken,
    SLACK_SIGNING_SECRET: ws.signingSecret,
    SLACK_API_URL: ws.url,
    SINGLEOPS_BASE_URL: singleops.baseUrl,
    SINGLEOPS_USER_EMAIL: MAIN_ACCOUNT.userEmail,
    SINGLEOPS_USER_TOKEN: MAIN_ACCOUNT.userToken,
    SINGLEOPS_JOB_URL: singleops.jobUrl,
    SINGLEOPS_CLIENT_URL: singleops.clientUrl,
    LEAD_CHANNEL: ws.channels.leads.id,
    OFFICE_CHANNEL: ws.channels.office.id,
    OFFICE_GROUP: ws.groups.office.id,
    ACCOUNT_TIME_ZONE: 'America/New_York',
    DEFAULT_AREA_CODE: '770',
  }
  const logFile = join(folder, 'app.log')
  await using app = await spawnApp('src/main.ts', env, logFile)
  ws.setRequestUrl(`http://127.0.0.1:${app.port}/slack/events`)

  const names = [...Object.values(ws.users), ...Object.values(ws.channels)]
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name
  const stage = { ws, singleops, tell: createNarrator(write, nameOf) }
  await playCall(stage)
  await playEmail(stage)

  // Whoever opens the page begins with a clear view.
  for (const name of ['ana', 'sam']) await ws.as(name).closeAll()

  const links = `
Everything keeps running; look around:
  Leadhand is alive      http://127.0.0.1:${app.port}/healthz
  … and ready            http://127.0.0.1:${app.port}/readyz
  The app's log          ${logFile}
`
  if (values.exit) write(links)
  else {
    const workspaceUrl = `http://127.0.0.1:${ws.port}`
    await using page = await listenOn(4000, (port) =>
      startPageServer({ port, workspaceUrl, singleopsUrl: singleops.url, setting: SETTING }),
    )
    write(`\nNow try it yourself, in a browser:  ${page.url}\n${links}Ctrl-C ends it.\n`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), app.ended])
  }
} catch (error) {
  process.stderr.write(`\nThe demo ended: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
