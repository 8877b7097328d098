import { anEntry, confirm, reachMatch } from './person.ts'
import { startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

/**
 * Two takers have the same new caller on the line and confirm at the same moment; the answer to one of them is lost, before or after it
 * was processed. A client found then could be either's: what can't be told apart goes to a person and is never sent twice.
 */
export async function enterSameCallerTwice(): Promise<Row[]> {
  await using stage = await startFaultStage()
  const rows: Row[] = []
  for (const when of ['after-processing', 'mid-request'] as const) {
    const judged = await leadIds(stage)
    const entry = anEntry()
    const [ana, sam] = [stage.ws.as('ana'), stage.ws.as('sam')]
    for (const person of [ana, sam]) {
      if (!(await reachMatch(stage, person, entry))) throw new Error('The search did not end')
    }
    stage.singleops.setFault({ kind: 'reset', when, method: 'POST', path: 'jobs', times: 1 })
    await Promise.all([confirm(stage, ana), confirm(stage, sam)])
    await settle(stage)
    const verdict = await judge(stage, [entry.Name, entry.Name], { judged })
    rows.push(toRow(`Two takers enter the same new caller, one cut ${when}`, 1, verdict))
  }
  return rows
}
