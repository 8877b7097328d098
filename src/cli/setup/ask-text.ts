import type { Format } from '../../config/format.ts'
import type { Prompts } from './prompts.ts'

/** Asks until the answer has the form; nothing typed is undefined where the answer may be left out. */
export async function askText(
  prompts: Prompts,
  question: string,
  {
    known,
    format,
    optional = false,
  }: { readonly known?: string | undefined; readonly format: Format; readonly optional?: boolean },
): Promise<string | undefined> {
  for (let initial = known ?? ''; ; initial = '') {
    const typed = (await prompts.text(question, initial)).trim()
    if (typed === '' && optional) return undefined
    if (format.isValid(typed)) return typed
    const remedy = format.advise?.(typed) ?? `Give ${format.expected}, e.g. ${format.example}`
    prompts.say(`  not ok: this is not ${format.expected}. ${remedy}.`)
  }
}
