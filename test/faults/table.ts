import type { Verdict } from './verdict.ts'

/** One line of the table. */
export type Row = {
  readonly point: string
  readonly runs: number
  readonly confirmed: number
  readonly jobs: number
  readonly lost: readonly string[]
  readonly doubled: readonly string[]
  readonly told: number
  readonly extraCards: number
  /** Promises beside these that were broken. */
  readonly broken: readonly string[]
}

/** For a row that is about something else than leads. */
export const NOTHING: Verdict = { confirmed: 0, jobs: 0, lost: [], doubled: [], told: 0, extraCards: 0 }

export function toRow(point: string, runs: number, verdict: Verdict, broken: readonly string[] = []): Row {
  return { point, runs, ...verdict, broken }
}

/** One line for all rows of a group. */
export function sum(point: string, rows: readonly Row[]): Row {
  const total = (pick: (row: Row) => number) => rows.reduce((count, row) => count + pick(row), 0)
  return {
    point,
    runs: total(({ runs }) => runs),
    confirmed: total(({ confirmed }) => confirmed),
    jobs: total(({ jobs }) => jobs),
    lost: rows.flatMap((row) => row.lost.map((what) => `${row.point}: ${what}`)),
    doubled: rows.flatMap((row) => row.doubled.map((what) => `${row.point}: ${what}`)),
    told: total(({ told }) => told),
    broken: rows.flatMap((row) => row.broken.map((what) => `${row.point}: ${what}`)),
    extraCards: total(({ extraCards }) => extraCards),
  }
}

/** Markdown, as it stands in the README. */
export function toTable(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ point, runs, confirmed, jobs, lost, doubled, told }) =>
      `| ${point} | ${runs} | ${confirmed} | ${jobs} | ${lost.length} | ${doubled.length} | ${told} |`,
  )
  return [
    '| Point | Runs | Leads confirmed | Jobs | Lost | Doubled | Told |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...lines,
  ].join('\n')
}
