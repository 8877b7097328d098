import { toPersonKey } from '../app-records.ts'
import { runTool, say } from './run-tool.ts'

const USAGE = `Erases a person from everything that Leadhand remembers.
  npm run forget -- 770-555-0123
  npm run forget -- jane@example.com`

const [written, ...more] = process.argv.slice(2)
const key = written === undefined || more.length > 0 ? undefined : toPersonKey(written)
if (key === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  process.exitCode = await runTool(async (records) => {
    const { leads, forms, messages, open, references, shown } = await records.forget(key)
    say(`Erased: ${leads} leads, ${forms} forms, ${messages} messages.`)
    if (shown.length > 0) {
      const places = shown.map(({ channel, ts }) => `  ${channel} ${ts}`).join('\n')
      say(
        `Slack still shows ${references.join(', ')} in these messages (channel, time); delete them there:\n${places}`,
      )
    }
    say('SingleOps and older backups are not touched: erase the client there, and delete the backups.')
    if (open.length === 0) return 0
    say(
      `Not erased, because they are still on their way: ${open.join(', ')}. Discard or finish them, then run this again.`,
    )
    return 1
  })
}
