import type { Lead } from '../lead/lead.ts'
import { cardChannels } from './card-channels.ts'
import type { Place, Post } from './ports.ts'
import type { NotificationSettings } from './settings.ts'

export type Situation = {
  readonly now: number
  /** The taker has the outcome before their eyes: the progress view took it. */
  readonly viewShown: boolean
  /** The taker hears of this lead with the outage that held it up. */
  readonly heldUp: boolean
  /** Where the lead is shown already. */
  readonly posts: readonly Post[]
}

export type Route = {
  readonly places: readonly Place[]
  /** When time alone may ask for another place. Epoch ms. */
  readonly routeAgainAt?: number
}

/** Where a lead is to be shown as it is now. What stands somewhere already is kept up to date there. */
export function routeLead(lead: Lead, settings: NotificationSettings, situation: Situation): Route {
  // Too short to be worth a change; the state that follows brings its own.
  if (lead.state === 'sending' && situation.posts.length > 0) return { places: [] }
  const shown = situation.posts.map(({ place }) => place)
  const has = (kind: Place['kind']): boolean => shown.some((place) => place.kind === kind)
  const officeAt = askOfficeAt(lead, settings)
  const added: Place[] = []
  if (lead.state !== 'discarded') {
    const channels = has('card') ? [] : cardChannels(lead, settings)
    added.push(...channels.map((channel) => ({ kind: 'card' as const, channel })))
    if (lead.source && !has('thread')) added.push(threadOf(lead.source))
  }
  if (concernsTaker(lead, settings, situation) && !has('taker'))
    added.push({ kind: 'taker', user: lead.taker })
  if (settings.officeChannel !== undefined && officeAt <= situation.now && !has('office')) {
    added.push({ kind: 'office', channel: settings.officeChannel })
  }
  const again = [officeAt, lateAt(lead, settings)].filter((at) => situation.now < at && at < Infinity)
  return { places: [...shown, ...added], ...(again.length > 0 && { routeAgainAt: Math.min(...again) }) }
}

/** From when on a lead that waits counts as held up. */
export function lateAt(lead: Lead, settings: NotificationSettings): number {
  return lead.state === 'waiting' ? lead.confirmedAt + settings.lateAfterMs : Infinity
}

function threadOf({ channel, ts, threadTs }: NonNullable<Lead['source']>): Place {
  return { kind: 'thread', channel, threadTs: threadTs ?? ts }
}

function concernsTaker(
  lead: Lead,
  settings: NotificationSettings,
  { viewShown, heldUp }: Situation,
): boolean {
  switch (lead.state) {
    case 'unmatched':
    case 'refused':
    case 'unsure':
      return true
    case 'delivered':
      return !heldUp && (!viewShown || lead.stateSince - lead.confirmedAt > settings.lateAfterMs)
    default:
      return false
  }
}

/** When the office is asked: at once where only a person can decide, later where SingleOps can still be asked. */
function askOfficeAt(lead: Lead, settings: NotificationSettings): number {
  switch (lead.state) {
    case 'unmatched':
    case 'refused':
      return lead.stateSince
    case 'unsure':
      return lead.retryAt === undefined ? lead.stateSince : lead.stateSince + settings.officeAfterMs
    default:
      return Infinity
  }
}
