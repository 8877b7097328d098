import type { Config } from './config/config.ts'
import type { UsedChannel } from './slack/doctor-checks.ts'

/** Each channel of the settings once, with all its uses. */
export function usedChannels({ notifications, slack }: Config): UsedChannel[] {
  const named = [
    ...[...notifications.cards.values()].flatMap(({ channel, byOperation }) => [
      ...(channel ? [[channel, 'cards'] as const] : []),
      ...Object.values(byOperation).map((id) => [id, 'cards'] as const),
    ]),
    ...(notifications.rules?.rules ?? []).map(({ channel }) => [channel, 'cards'] as const),
    ...(slack.officeChannel ? [[slack.officeChannel, 'office'] as const] : []),
    ...(slack.intakeChannels ?? []).map((id) => [id, 'intake'] as const),
    ...(slack.access?.createChannels ?? []).map((id) => [id, 'who may enter leads'] as const),
  ]
  const uses = Map.groupBy(named, ([id]) => id)
  return [...uses].map(([id, all]) => ({ id, use: [...new Set(all.map(([, use]) => use))].join(', ') }))
}
