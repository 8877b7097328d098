import { anEntry, enterLead, KNOWN } from './person.ts'
import { startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

/** Kills the process while its request is with SingleOps: before it was carried out, and after that but before the answer. */
export async function killInFlight(progress: (row: Row) => void): Promise<void> {
  await using stage = await startFaultStage()
  for (const afterProcessing of [false, true]) {
    for (const known of [false, true]) {
      const judged = await leadIds(stage)
      const entry = known ? KNOWN : anEntry()
      const hold = stage.singleops.hold('jobs', { afterProcessing })
      await enterLead(stage, stage.ws.as('ana'), entry)
      await hold.arrived
      await stage.replica.kill()
      hold.release()
      await settle(stage)
      const when = afterProcessing ? 'after it was carried out' : 'before it is carried out'
      const name = `kill while the POST is under way, ${when}, ${known ? 'known' : 'new'} client`
      progress(toRow(name, 1, await judge(stage, [entry.Name], { judged })))
    }
  }
}
