import { join } from 'node:path'
import { runTool, say } from './run-tool.ts'

const [given] = process.argv.slice(2)

process.exitCode = await runTool(async (records) => {
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(/[:T]/gu, '-')
  const target = given ?? join('backups', `leadhand-${stamp}.db`)
  const { leads } = await records.backUp(target)
  say(
    `${target} holds all ${leads} leads. To restore: stop Leadhand, copy it to DATA_DIR/leadhand.db, start.`,
  )
  return 0
})
