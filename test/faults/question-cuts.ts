import type { FaultEffect } from '../../src/sandbox/singleops/fault.ts'
import { anEntry, enterLead, reachMatch } from './person.ts'
import { startFaultStage } from './stage.ts'
import { type Row, toRow } from './table.ts'
import { judge, leadIds, settle } from './verdict.ts'

const SEARCH = 'clients/search_by_field'
/** What is asked of SingleOps, whoever asks. */
const QUESTIONS = [SEARCH, 'operations', 'custom_inputs'] as const

const CUTS: readonly { readonly name: string; readonly effect: FaultEffect }[] = [
  { name: 'reset before reading', effect: { kind: 'reset', when: 'before-reading' } },
  { name: 'reset in the answer', effect: { kind: 'reset', when: 'mid-answer' } },
  { name: 'silent', effect: { kind: 'silent' } },
  { name: 'truncated JSON', effect: { kind: 'truncated-json' } },
  { name: 'no JSON', effect: { kind: 'not-json' } },
  { name: 'empty body', effect: { kind: 'empty-body' } },
  { name: '429', effect: { kind: 'status', status: 429, retryAfter: 1 } },
  ...[401, 500, 502, 503, 504].map((status) => ({
    name: String(status),
    effect: { kind: 'status' as const, status },
  })),
]

/**
 * Cuts every question while a lead is entered. A search that failed must not look like one that found nobody; once SingleOps answers, the
 * person gets the lead in.
 */
export async function cutEachQuestion(
  options: { readonly choose?: (name: string) => boolean; readonly progress?: (row: Row) => void } = {},
): Promise<Row[]> {
  // As old as it gets at once: each form asks for the choices anew.
  await using stage = await startFaultStage({ plan: { singleops: { catalogFreshMs: 1 } } })
  const rows: Row[] = []
  for (const path of QUESTIONS) {
    for (const { name, effect } of CUTS.filter((cut) => options.choose?.(`${path} ${cut.name}`) ?? true)) {
      const judged = await leadIds(stage)
      const ana = stage.ws.as('ana')
      const entry = anEntry()
      const fault = stage.singleops.setFault({ ...effect, method: 'GET', path })
      // A process that has just started asks for the choices anew; one that was not answered lately leaves SingleOps in peace.
      if (path !== SEARCH) await stage.replica.kill()
      const view = await reachMatch(stage, ana, entry)
      fault.clear()
      const looksLikeNobody = path === SEARCH && view?.text.includes('No client has')
      await enterLead(stage, ana, entry)
      await settle(stage)
      const broken = [
        ...(looksLikeNobody ? ['a failed search looks like nobody'] : []),
        ...(fault.used > 0 ? [] : ['was not asked']),
      ]
      const row = toRow(
        `SingleOps: GET ${path}: ${name}`,
        1,
        await judge(stage, [entry.Name], { judged }),
        broken,
      )
      rows.push(row)
      options.progress?.(row)
    }
  }
  return rows
}
