import type { DisplayedView, UserActions } from '../../src/sandbox/workspace/api.ts'
import type { FaultStage } from './stage.ts'

export type Entry = { readonly Name: string; readonly Phone: string }

let entries = 0

/** A customer of a name and number that nobody else has. */
export function anEntry(): Entry {
  entries += 1
  const letters = [...String(entries).padStart(4, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  const area = 200 + (entries % 700)
  const line = String(Math.floor(entries / 700) + 100).padStart(4, '0')
  return { Name: `Nora Case${letters}`, Phone: `${area}-555-${line}` }
}

/** Jane Smith, whom SingleOps knows. */
export const KNOWN: Entry = { Name: 'Jane Smith', Phone: '770-555-0123' }

// A person tries again for a while, then telephones somebody; no fault here lasts longer.
const MOST_TRIES = 12
const BREATH_MS = 200

/**
 * Enters a lead as a patient person does: tries again what Slack says has failed, starts anew where a view hangs. Resolves with the text
 * of the last view once it says that the lead was taken.
 */
export async function enterLead(stage: FaultStage, person: UserActions, entry: Entry): Promise<string> {
  const cards = () => stage.ws.messages('leads').filter((card) => JSON.stringify(card).includes(entry.Name))
  const before = cards().length
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    await stage.up()
    // Whose view has gone sees by the card that the lead was taken all the same.
    if (cards().length > before) return 'There is a card'
    const match = await reachMatch(stage, person, entry)
    const taken = match && (await confirm(stage, person))
    if (taken) return taken
    await takeBreath()
  }
  throw new Error(`${person.name} could not enter ${entry.Name}: ${person.modal()?.text}`)
}

/** Fills the form and submits it, until the match view may be answered; undefined when that did not work this time. */
export async function reachMatch(
  stage: FaultStage,
  person: UserActions,
  entry: Entry,
): Promise<DisplayedView | undefined> {
  try {
    if (person.modal()) await person.closeAll()
    const { ok } = await person.command('/lead')
    if (!ok) return undefined
    const form = await soon(stage, () => withText(person.modal(), 'Operation'))
    if (!form) return undefined
    await person.fill({ ...entry, Operation: 'Tree Care', 'Lead Source': 'Phone' })
    if (!(await submitted(stage, person, ['pushed']))) return undefined
    return await soon(stage, () => {
      const view = person.modal()
      return view?.title === 'Which client?' && !view.text.includes('Looking for') ? view : undefined
    })
  } catch (error) {
    // A view that went away under the person's hands, as it does when its process has died.
    if (isCannotDo(error)) return undefined
    throw error
  }
}

/** Confirms; undefined when the view says that the lead was not taken. */
export async function confirm(stage: FaultStage, person: UserActions): Promise<string | undefined> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    await stage.up()
    const { submit } = person.modal() ?? {}
    if (!submit) return undefined
    if (!(await submitted(stage, person, ['updated']))) continue
    const text = person.modal()?.text ?? ''
    if (!text.includes('NOT taken')) return text
  }
  return undefined
}

/** A process that has died is not known to be dead at once: whoever tries again without a pause is through with trying by then. */
export const takeBreath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, BREATH_MS))

async function submitted(stage: FaultStage, person: UserActions, kinds: readonly string[]): Promise<boolean> {
  for (let tries = 1; tries <= 3; tries += 1) {
    await stage.up()
    const outcome = await person.submit()
    if (kinds.includes(outcome.kind)) return true
    await takeBreath()
  }
  return false
}

const SOON_MS = 6000

async function soon<Value extends object>(
  stage: FaultStage,
  find: () => Value | undefined,
): Promise<Value | undefined> {
  const before = stage.starts()
  try {
    const found = await stage.ws.waitFor(() => find() ?? stage.starts() > before, { timeoutMs: SOON_MS })
    return found === true ? undefined : found
  } catch {
    // It did not come; the person closes the view and begins again.
    return undefined
  }
}

const isCannotDo = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'cannot_do'

function withText(view: DisplayedView | undefined, words: string): DisplayedView | undefined {
  return view?.text.includes(words) ? view : undefined
}
