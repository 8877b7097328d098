import type { KnownBlock } from '@slack/types'
import type { ShownClient } from '../../lead/draft.ts'
import { cutWithEllipsis } from '../../lead/limits.ts'
import { section } from '../blocks/layout.ts'
import { BLOCK_LIMITS } from '../blocks/limits.ts'
import { escapeLine } from '../escape.ts'

const BETWEEN = ' · '
const WARNING_CAP = 600

/**
 * Why a client may be the one, and behind it what to know of it. Where that is too long, a warning is cut to what kind it is, and only
 * then the reasons.
 */
export function whyLine(client: ShownClient, cap: number): string {
  const whole = wholeLine(client)
  if (whole.length <= cap) return whole
  const kinds = joined(client.warnings.map((warning) => `⚠ ${kindOf(warning)}`))
  const room = Math.max(SHORTEST_REASON, cap - kinds.length - BETWEEN.length)
  return joined([cutWithEllipsis(client.reasons.join(', '), room), kinds])
}

// "same phone, same name …"
const SHORTEST_REASON = 25

/** The warnings in full, where a choice has no room for them. */
export function wholeWarnings(client: ShownClient | undefined): KnownBlock[] {
  if (!client || client.warnings.length === 0 || wholeLine(client).length <= BLOCK_LIMITS.optionText) {
    return []
  }
  const lines = client.warnings.map((warning) => `⚠ ${escapeLine(warning, WARNING_CAP)}`)
  return [section({ blockId: 'warnings', text: lines.join('\n') })]
}

const wholeLine = ({ reasons, warnings }: ShownClient): string =>
  joined([reasons.join(', '), ...warnings.map((warning) => `⚠ ${warning}`)])

// "on hold: Past due": the words behind are SingleOps'.
const kindOf = (warning: string): string => warning.split(': ')[0] ?? warning

const joined = (parts: readonly string[]): string => parts.filter(Boolean).join(BETWEEN)
