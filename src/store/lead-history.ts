import type { Transaction } from 'kysely'
import type { Lead } from '../lead/lead.ts'
import type { Schema } from './schema.ts'

/** One line per version of a lead: when it came to which state, and through whom. */
export async function insertHistory(
  tx: Transaction<Schema>,
  lead: Lead,
  before: Lead | undefined,
  at: number,
): Promise<void> {
  // Only what this change brought: an old problem or decision belongs to an older line.
  const problem = lead.problem !== before?.problem ? lead.problem : undefined
  const decision = lead.decidedBy !== before?.decidedBy ? lead.decidedBy : undefined
  await tx
    .insertInto('lead_history')
    .values({
      lead_id: lead.id,
      version: lead.version,
      from_state: before?.state ?? null,
      state: lead.state,
      at,
      problem_code: problem?.code ?? null,
      decided_by: decision?.user ?? null,
    })
    .execute()
}
