import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { csvHead, toCsvLine } from './lead-csv.ts'
import { runTool } from './run-tool.ts'

const USAGE = `Writes all leads with their history to standard output.
  npm run --silent export > leads.jsonl            one JSON object per line
  npm run --silent export -- --csv > leads.csv     for a spreadsheet`

function readFormat(): 'jsonl' | 'csv' | undefined {
  try {
    const { values } = parseArgs({ options: { csv: { type: 'boolean', default: false } } })
    return values.csv ? 'csv' : 'jsonl'
  } catch {
    // The usage says what there is.
    return undefined
  }
}

const format = readFormat()
if (format === undefined) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  process.exitCode = await runTool(async (records) => {
    if (format === 'csv') await write(csvHead())
    for await (const record of records.export()) {
      await write(format === 'csv' ? toCsvLine(record) : JSON.stringify(record))
    }
    return 0
  })
}

/** Waits while whoever reads is slower. */
async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
