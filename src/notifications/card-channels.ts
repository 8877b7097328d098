import type { Lead } from '../lead/lead.ts'
import type { CardRule, NotificationSettings } from './settings.ts'

/** The channels that get a lead's card: by the rules, else by its account's own channels. */
export function cardChannels(
  lead: Lead,
  { cards, rules }: Pick<NotificationSettings, 'cards' | 'rules'>,
): readonly string[] {
  const fitting = (rules?.rules ?? []).filter((rule) => fits(lead, rule)).map(({ channel }) => channel)
  const chosen = rules?.match === 'all' ? fitting : fitting.slice(0, 1)
  if (chosen.length > 0) return [...new Set(chosen)]
  const own = ownChannel(lead, cards)
  return own === undefined ? [] : [own]
}

function ownChannel({ account, content }: Lead, cards: NotificationSettings['cards']): string | undefined {
  const channels = cards.get(account)
  const { id, name } = content.operation
  const byName = Object.entries(channels?.byOperation ?? {}).find(([wanted]) => isSame(wanted, name))
  return channels?.byOperation[id] ?? byName?.[1] ?? channels?.channel
}

function fits({ account, content }: Lead, rule: CardRule): boolean {
  const { operation, address, source, client } = content
  return (
    (rule.accounts?.includes(account) ?? true) &&
    (rule.operations?.some((wanted) => wanted === operation.id || isSame(wanted, operation.name)) ?? true) &&
    (rule.zips?.some((start) => startsWith(address.postalCode, start)) ?? true) &&
    (rule.sources?.some((wanted) => isSame(wanted, source)) ?? true) &&
    (rule.client === undefined || rule.client === client.kind)
  )
}

const fold = (text: string): string => text.replaceAll(/\s+/gu, '').toLowerCase()

const isSame = (wanted: string, text: string | undefined): boolean =>
  text !== undefined && fold(wanted) === fold(text)

const startsWith = (text: string | undefined, start: string): boolean =>
  text !== undefined && fold(text).startsWith(fold(start))
