import type { CatalogAnswer } from '../../app-setup.ts'
import type { Choice, Prompts } from './prompts.ts'
import type { Answers } from './state.ts'

type AccountCatalog = Extract<CatalogAnswer, { readonly ok: true }>['catalog']

const NONE = ''

/** Which operation is preselected and where the lead source goes, out of what SingleOps offers. What stands there now is on top. */
export async function askDefaults(
  prompts: Prompts,
  answers: Answers,
  account: string,
  catalog: AccountCatalog,
): Promise<void> {
  const [now] = answers.config().intake.accounts
  await askOperation()
  await askLeadSource()

  async function askOperation(): Promise<void> {
    const known = now?.defaultOperations['*']
    const active = catalog.operations.filter((operation) => operation.active)
    if (active.length <= 1 && known === undefined) return
    const chosen = await chooseNamed('Which operation is preselected?', active, known, {
      name: 'none: the one that the person chose last',
      value: NONE,
    })
    if (chosen === (known ?? NONE)) return
    answers.setInFile('accounts', account, 'default_operations', '*', chosen === NONE ? undefined : chosen)
  }

  async function askLeadSource(): Promise<void> {
    const set = now?.leadSource.input
    // The name that counts unless another one is set: an account without such an input has none.
    const known =
      set !== undefined && (set !== BY_DEFAULT || hasNamed(catalog.customInputs, set)) ? set : undefined
    const chosen = await chooseNamed(
      'Which custom input takes the lead source?',
      catalog.customInputs,
      known,
      {
        name: 'none of them',
        value: NONE,
      },
    )
    if (chosen === (known ?? NONE)) return
    answers.setInFile('accounts', account, 'lead_source', 'input', chosen === NONE ? false : chosen)
  }

  /** Gives the name as it stands in the settings where it is kept. */
  async function chooseNamed(
    question: string,
    offered: readonly Named[],
    known: string | undefined,
    none: Choice<string>,
  ): Promise<string> {
    const isOffered = known === undefined || hasNamed(offered, known)
    const choices = [
      none,
      ...(isOffered ? [] : [{ name: `as it is now: ${known}`, value: known }]),
      ...offered.map((one) => ({
        name: one.name,
        value: known !== undefined && isCalled(one, known) ? known : one.name,
      })),
    ]
    return prompts.choose(question, choices, known ?? NONE)
  }
}

const BY_DEFAULT = 'Lead Source'

type Named = { readonly id: string; readonly name: string }

const hasNamed = (all: readonly Named[], wanted: string): boolean => all.some((one) => isCalled(one, wanted))

const isCalled = ({ id, name }: Named, wanted: string): boolean =>
  wanted === id || wanted.trim().toLowerCase() === name.trim().toLowerCase()
