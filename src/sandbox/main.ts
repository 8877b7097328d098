import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, styleText } from 'node:util'
import { appEnvironment, configFile } from './demo/app-settings.ts'
import { playCall } from './demo/call-journey.ts'
import { CHANNELS } from './demo/channels.ts'
import { playEmail } from './demo/email-journey.ts'
import { listenOn } from './demo/listen-on.ts'
import { createNarrator } from './demo/narrator.ts'
import { playPartner } from './demo/partner-journey.ts'
import { SETTING } from './demo/setting.ts'
import { spawnApp } from './demo/spawn-app.ts'
import { startPageServer } from './page-server.ts'
import { startSingleOpsServer } from './singleops-server.ts'
import { startWorkspace } from './workspace/workspace.ts'

const { values } = parseArgs({ options: { exit: { type: 'boolean', default: false } } })
const write = (text: string) => void process.stdout.write(text)
const folder = mkdtempSync(join(tmpdir(), 'leadhand-demo-'))

try {
  await using singleops = await listenOn(4002, (port) => startSingleOpsServer({ port }))
  const manifest = readFileSync(new URL('../../slack-manifest.yml', import.meta.url), 'utf8')
  await using ws = await listenOn(4001, (port) => startWorkspace({ port, manifest, channels: CHANNELS }))
  const configPath = join(folder, 'leadhand.yml')
  writeFileSync(configPath, configFile(ws))
  const env = appEnvironment({ ws, singleops, dataDir: join(folder, 'data'), configPath })
  const logFile = join(folder, 'app.log')
  await using app = await spawnApp('src/main.ts', env, logFile)
  ws.setRequestUrl(`http://127.0.0.1:${app.port}/slack/events`)

  const names = [...Object.values(ws.users), ...Object.values(ws.channels)]
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name
  const stage = { ws, singleops, tell: createNarrator(write, nameOf) }
  await playCall(stage)
  await playEmail(stage)
  await playPartner(stage)

  // Whoever opens the page begins with a clear view.
  for (const name of ['ana', 'sam']) await ws.as(name).closeAll()

  if (!values.exit) {
    const workspaceUrl = `http://127.0.0.1:${ws.port}`
    await using page = await listenOn(4000, (port) =>
      startPageServer({ port, workspaceUrl, singleopsUrl: singleops.url, setting: SETTING }),
    )
    write(`
Everything keeps running. Now try it yourself, in a browser:

  ${styleText('bold', page.url)}

${styleText('dim', `The app's log is ${logFile}; its port is ${app.port} (/healthz, /readyz, /metrics).`)}
Ctrl-C ends it.
`)
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), app.ended])
  }
} catch (error) {
  process.stderr.write(`\nThe demo ended: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
