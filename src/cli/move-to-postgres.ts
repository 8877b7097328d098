import { runTool, say } from './run-tool.ts'

process.exitCode = await runTool(async (records, { databaseUrl, dataDir }) => {
  if (databaseUrl === undefined) {
    say('Set DATABASE_URL to the Postgres database that the leads are to go to, then run this again.')
    return 2
  }
  say(`Moving everything from ${dataDir} to Postgres…`)
  const { leads, wakeUps, kept } = await records.moveToPostgres(databaseUrl)
  say(
    `Moved: ${leads} leads, ${wakeUps} things to do. The old file is kept as ${kept}; delete it when all is well.`,
  )
  return 0
})
