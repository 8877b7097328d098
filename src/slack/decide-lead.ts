import type { ModalView } from '@slack/types'
import type { Decided } from '../delivery/decide.ts'
import type { UserId } from '../lead/ids.ts'
import type { Desk } from './parts.ts'
import { noticeView } from './views/notice.ts'
import { decidedView, resultView } from './views/result.ts'

/**
 * The view that says what became of a decision. The taker's goes on being kept up to date, unless the decision came too late: what comes
 * next would take the place of that news.
 */
export function decisionView(
  decided: Decided,
  by: UserId,
  desk: Pick<Desk, 'settings' | 'now'>,
  notice?: string,
): ModalView {
  const ctx = { settings: desk.settings, now: desk.now() }
  switch (decided.kind) {
    case 'done':
      return decided.lead.taker === by
        ? resultView(decided.lead, ctx, notice)
        : decidedView(decided.lead, ctx, notice)
    case 'too-late':
      return decidedView(decided.lead, ctx, TOO_LATE)
    case 'gone':
      return noticeView({ title: 'Not found', text: 'This lead is not known any more.' })
  }
}

export const TOO_LATE = 'Somebody else was faster, or it went on by itself. This is how it is now:'
