import type { AccountKey } from '../lead/ids.ts'
import type { Check, CheckResult } from '../ops/check.ts'
import { findLeadSource, isDropdown } from './custom-fields.ts'
import type { AccountCatalog, Catalog } from './ports.ts'
import type { AccountIntake } from './settings.ts'

/** An operation or a lead source that the settings name where cards are routed. */
export type SettingsName = {
  /** The setting, as people find it. */
  readonly where: string
  readonly kind: 'operation' | 'source'
  readonly name: string
  /** It has to be known to one of them. */
  readonly accounts: readonly AccountKey[]
}

/** Whether SingleOps knows the names by which cards are routed: a card goes elsewhere, and nobody is told, when one is misspelt. */
export function createNameChecks(
  names: readonly SettingsName[],
  accounts: readonly AccountIntake[],
  catalog: Pick<Catalog, 'load'>,
): Check[] {
  if (names.length === 0) return []
  async function run(signal: AbortSignal): Promise<CheckResult> {
    const offers = new Map(
      await Promise.all(
        accounts.map(
          async (account) =>
            [account.key, { account, offer: await catalog.load(account.key, signal) }] as const,
        ),
      ),
    )
    const lost = names.filter(
      ({ accounts: keys, kind, name }) =>
        !keys.some((key) => {
          const found = offers.get(key)
          return found !== undefined && isKnown(kind, name, found)
        }),
    )
    if (lost.length === 0) return { ok: true, detail: `SingleOps knows all ${names.length}` }
    const problems = lost.map(
      ({ where, kind, name }) =>
        `${where} names ${JSON.stringify(name)}, ${kind === 'operation' ? 'no active operation' : 'no lead source'}`,
    )
    return { ok: false, problem: [...new Set(problems)].join('; '), remedy: REMEDY, plain: PLAIN }
  }
  return [{ name: 'names', title: 'Names by which cards are routed', run }]
}

const REMEDY = 'Write it in the configuration file as SingleOps does: until then those cards go elsewhere'
const PLAIN = {
  problem:
    'Some cards may go to another channel than meant: a name in the settings is none that SingleOps has.',
  remedy: 'Ask whoever looks after Leadhand to correct it.',
}

type Known = { readonly account: AccountIntake; readonly offer: AccountCatalog }

function isKnown(kind: SettingsName['kind'], wanted: string, { account, offer }: Known): boolean {
  if (kind === 'operation') {
    return offer.operations.some(({ id, name, active }) => active && (wanted === id || isSame(wanted, name)))
  }
  const input = findLeadSource(account, offer)
  // Where sources are typed freely, any word may come.
  return !input || !isDropdown(input) || input.options.some(({ display }) => isSame(wanted, display))
}

const fold = (text: string): string => text.replaceAll(/\s+/gu, '').toLowerCase()

// As the rules compare.
const isSame = (one: string, other: string): boolean => fold(one) === fold(other)
