import type { Draft, DraftState } from '../lead/draft.ts'
import { accountKey, draftId, leadId, userId } from '../lead/ids.ts'
import { dropNulls } from './nulls.ts'
import type { DraftRow } from './schema.ts'

type Body = Omit<
  Draft,
  'id' | 'account' | 'taker' | 'state' | 'revision' | 'leadId' | 'createdAt' | 'updatedAt'
>

export function toDraftRow(draft: Draft): DraftRow {
  const { id, account, taker, state, revision, leadId: lead, createdAt, updatedAt, ...body } = draft
  return {
    id,
    account,
    taker,
    state,
    revision,
    lead_id: lead ?? null,
    body: JSON.stringify(body),
    phone: body.numbers?.[0] ?? null,
    second_phone: body.numbers?.[1] ?? null,
    created_at: createdAt,
    updated_at: updatedAt,
  }
}

export function toDraft(row: DraftRow): Draft {
  return {
    ...(JSON.parse(row.body) as Body),
    id: draftId(row.id),
    account: accountKey(row.account),
    taker: userId(row.taker),
    state: row.state as DraftState,
    revision: row.revision,
    ...dropNulls({ leadId: row.lead_id === null ? null : leadId(row.lead_id) }),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}
