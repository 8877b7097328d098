import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { readEnvironment } from '../config/env.ts'
import { readReadingSettings } from '../config/extract-env.ts'
import { SettingsError } from '../config/settings-error.ts'
import { toCorpusLead } from './corpus-lead.ts'
import { describeReading } from './describe-reading.ts'
import { type ExtractionResult, type LeadReader, toLeadReader } from './lead-reader.ts'
import { InputError, readRecords } from './lead-records.ts'
import { parseEml } from './parse-eml.ts'

const USAGE = `Reads leads out of messages, without Slack and without SingleOps.
  npm run --silent extract -- records.jsonl   one line {"id", "lead"} for each record
  npm run extract -- mail.eml                 the fields of one email, with where each came from
  npm run extract -- note.txt                 the same for a text
  … | npm run extract                         the same for a text from standard input`

async function main(args: readonly string[]): Promise<number> {
  const [path, ...more] = args
  if (more.length > 0 || path === '--help' || path === '-h') {
    console.error(USAGE)
    return path === '--help' || path === '-h' ? 0 : 2
  }
  try {
    const readLead = toLeadReader(
      readReadingSettings(readEnvironment(), (file) => readFileSync(file, 'utf8')),
    )
    if (path !== undefined && extname(path) === '.jsonl')
      printRecords(readFileSync(path, 'utf8'), path, readLead)
    else console.log(describeReading(await readOne(path, readLead)))
    return 0
  } catch (error) {
    const problem = describeProblem(error, path)
    if (problem === undefined) throw error
    console.error(problem)
    return 1
  }
}

function printRecords(content: string, path: string, readLead: LeadReader): void {
  for (const { id, message } of readRecords(content, basename(path))) {
    process.stdout.write(`${JSON.stringify({ id, lead: toCorpusLead(readLead(message)) })}\n`)
  }
}

async function readOne(path: string | undefined, readLead: LeadReader): Promise<ExtractionResult> {
  if (path !== undefined && extname(path) === '.eml')
    return readLead({ files: [await parseEml(readFileSync(path))] })
  const text = readFileSync(path ?? 0, 'utf8')
  if (text.trim() === '')
    throw new InputError(`${path ?? 'Standard input'} is empty: give a text or an email`)
  return readLead({ text })
}

function describeProblem(error: unknown, path: string | undefined): string | undefined {
  if (error instanceof InputError || error instanceof SettingsError) return error.message
  if (!(error instanceof Error) || !('code' in error)) return undefined
  if (error.code === 'ENOENT') return `There is no file ${path}`
  if (error.code === 'EISDIR') return `${path} is a folder: give a .jsonl, .eml or text file`
  return error.code === 'EACCES' ? `${path} may not be read` : undefined
}

process.exitCode = await main(process.argv.slice(2))
