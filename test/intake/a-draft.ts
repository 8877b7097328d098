import type { Draft } from '../../src/lead/draft.ts'
import { accountKey, draftId, userId } from '../../src/lead/ids.ts'

export function aDraft(change: Partial<Draft> = {}): Draft {
  return {
    id: draftId('01a20000-0000-7000-8000-0000000000d1'),
    account: accountKey('main'),
    taker: userId('U0ANA'),
    state: 'open',
    revision: 0,
    wayIn: 'command',
    entry: {},
    createdAt: 0,
    updatedAt: 0,
    ...change,
  }
}
