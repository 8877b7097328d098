/** The file is not what the command reads; the message says where and what to do. */
export class InputError extends Error {
  override name = 'InputError'
  readonly code = 'input_wrong'
}

export type LeadRecord = { readonly id: string; readonly message: unknown }

/** Records of a corpus, one JSON object a line: `kind` says whether `slack` is an email's file or a message. */
export function readRecords(content: string, name: string): readonly LeadRecord[] {
  return content.split(/\r?\n/u).flatMap((line, at) => {
    if (line.trim() === '') return []
    const where = `${name}, line ${at + 1}`
    const record = parseLine(line, where)
    if (typeof record.id !== 'string') throw new InputError(`${where} has no "id" in quotes`)
    if (typeof record.slack !== 'object' || record.slack === null) {
      throw new InputError(`${where} has no "slack": it takes a Slack message, or the file of a shared email`)
    }
    const isEmail = record.kind === 'email' || 'plain_text' in record.slack
    return [
      { id: record.id, message: isEmail ? { files: [{ mode: 'email', ...record.slack }] } : record.slack },
    ]
  })
}

function parseLine(line: string, where: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(line)
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new InputError(`${where} is no JSON: each line takes one whole record`, { cause: error })
  }
  throw new InputError(`${where} is no JSON object`)
}
