import type { Config } from './config/config.ts'
import type { SettingsName } from './intake/name-checks.ts'

/** What the settings about channels call operations and lead sources. */
export function namesInSettings({ intake, notifications }: Config): SettingsName[] {
  const all = intake.accounts.map(({ key }) => key)
  const byOperation = [...notifications.cards].flatMap(([account, channels]) =>
    Object.keys(channels.byOperation).map((name) => ({
      where: 'operation_channels',
      kind: 'operation' as const,
      name,
      accounts: [account],
    })),
  )
  const inRules = (notifications.rules?.rules ?? []).flatMap(
    ({ accounts = all, operations = [], sources = [] }) => [
      ...operations.map((name) => ({ where: 'card_rules', kind: 'operation' as const, name, accounts })),
      ...sources.map((name) => ({ where: 'card_rules', kind: 'source' as const, name, accounts })),
    ],
  )
  return [...byOperation, ...inRules]
}
