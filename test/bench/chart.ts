import { type Goal, isMet, type Run } from './result.ts'

const WIDTH = 900
const ROW = 22
const LABEL = 520
const TOP = 48
const LIMIT_AT = 200
const FONT = 'font-family="system-ui, sans-serif"'

/** One bar for each goal: how much of it was used up. What goes beyond the line missed it. */
export function toSvg({ parts }: Run): string {
  const goals = Object.values(parts).flatMap((part) => part.goals ?? [])
  const height = TOP + goals.length * ROW + 16
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Goals and how much of each was used up">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="16" y="26" font-size="16" font-weight="600" fill="#1d1c1d" ${FONT}>How much of each goal was used up</text>`,
    ...goals.map((goal, index) => bar(goal, TOP + index * ROW)),
    `<line x1="${LABEL + LIMIT_AT}" x2="${LABEL + LIMIT_AT}" y1="${TOP - 8}" y2="${height - 12}" stroke="#1d1c1d" stroke-dasharray="3 3"/>`,
    `<text x="${LABEL + LIMIT_AT}" y="${TOP - 14}" font-size="11" text-anchor="middle" fill="#1d1c1d" ${FONT}>the goal</text>`,
    '</svg>',
    '',
  ].join('\n')
}

function bar(goal: Goal, y: number): string {
  const width = Math.min(WIDTH - LABEL - 16, Math.max(2, usedUp(goal) * LIMIT_AT))
  return [
    `<text x="${LABEL - 8}" y="${y + 15}" font-size="12" text-anchor="end" fill="#1d1c1d" ${FONT}>${toXml(goal.what)}</text>`,
    `<rect x="${LABEL}" y="${y + 3}" width="${width.toFixed(1)}" height="${ROW - 6}" rx="2" fill="${isMet(goal) ? '#2f7d4f' : '#c1443c'}"/>`,
  ].join('')
}

function usedUp({ measured, limit, atLeast }: Goal): number {
  if (limit === 0) return measured
  return atLeast ? limit / measured : measured / limit
}

const toXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
