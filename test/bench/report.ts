import type { Figures } from './percentiles.ts'
import { type Goal, isMet, type Line, type Run } from './result.ts'

/** Markdown of a whole run: goals first, then what was measured, as it stands in the README. */
export function toMarkdown({ parts }: Run): string {
  const all = Object.values(parts)
  const tables = all.flatMap((part) => part.tables ?? [])
  return [
    toGoals(all.flatMap((part) => part.goals ?? [])),
    toLines(all.flatMap((part) => part.lines ?? [])),
    ...tables.map(({ title, head, rows }) => `**${title}**\n\n${toTable(head, rows)}`),
    ...all.flatMap((part) => part.notes ?? []),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

export function toGoals(goals: readonly Goal[]): string {
  return toTable(
    ['What', 'Goal', 'Measured', ''],
    goals.map((goal) => [
      goal.what,
      goal.goal,
      `${round(goal.measured)} ${goal.unit}`,
      isMet(goal) ? 'met' : '**missed**',
    ]),
  )
}

export function toLines(lines: readonly Line[]): string {
  return toTable(
    [
      'What',
      'Setting',
      'Unit',
      'Leadhand p50 / p95 / p99',
      'Bare Bolt p50 / p95 / p99',
      '× bare',
      'Ideal',
      '× ideal',
    ],
    lines.map(({ what, setting, unit, leadhand, bare, ideal }) => [
      what,
      setting,
      unit,
      show(leadhand),
      show(bare),
      ratio(middle(leadhand), middle(bare)),
      ideal === undefined ? '' : round(ideal),
      ratio(middle(leadhand), ideal),
    ]),
  )
}

export function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const middle = (value: Figures | number | undefined): number | undefined =>
  typeof value === 'object' ? value.p50 : value

function show(value: Figures | number | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'number' ? round(value) : [value.p50, value.p95, value.p99].map(round).join(' / ')
}

const ratio = (value: number | undefined, other: number | undefined): string =>
  value === undefined || other === undefined || other === 0 ? '' : (value / other).toFixed(2)

/** Three digits say all that such a measurement knows. */
function round(value: number): string {
  if (!Number.isFinite(value)) return ''
  if (Math.abs(value) >= 100) return value.toFixed(0)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
