import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = fileURLToPath(new URL('schemas', import.meta.url))

export const frozenPath = (number: number): string => `${FOLDER}/${String(number).padStart(4, '0')}.sql`

/** How many steps have been written down. */
export const countFrozen = (): number => readdirSync(FOLDER).length

export const toText = (statements: readonly string[]): string =>
  statements.map((statement) => `${statement.replaceAll(/\s+/gu, ' ')};\n`).join('')

export const readFrozen = (number: number): string => readFileSync(frozenPath(number), 'utf8')

/** The statements of one step, spelt for the engine. */
export function statementsOf(number: number, engine: 'sqlite' | 'postgres'): readonly string[] {
  return readFrozen(number)
    .split(';\n')
    .filter((statement) => statement !== '')
    .map((statement) =>
      engine === 'sqlite'
        ? statement
        : statement.replaceAll(/\binteger\b/gu, 'bigint').replace(/\) strict$/u, ')'),
    )
}
