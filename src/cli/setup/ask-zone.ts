import { timeZone } from '../../config/formats.ts'
import { askText } from './ask-text.ts'
import type { Prompts } from './prompts.ts'
import type { Answers } from './state.ts'

const ZONES = [
  ['America/New_York', 'Eastern'],
  ['America/Chicago', 'Central'],
  ['America/Denver', 'Mountain'],
  ['America/Phoenix', 'Arizona'],
  ['America/Los_Angeles', 'Pacific'],
  ['America/Anchorage', 'Alaska'],
  ['Pacific/Honolulu', 'Hawaii'],
  ['America/Halifax', 'Atlantic'],
] as const

// What servers and containers are set to: it says nothing about where their people are.
const SERVERS_ZONE = /^(?:Etc\/.*|UTC|UCT|GMT|Zulu|Universal)$/u
const NOT_CHOSEN = 'not chosen'

/** The account's clock: what stands in the settings, else the zone that this computer is in. */
export async function askZone(prompts: Prompts, answers: Answers, ownZone: string): Promise<void> {
  const known = answers.get('ACCOUNT_TIME_ZONE') ?? (SERVERS_ZONE.test(ownZone) ? undefined : ownZone)
  const others = ZONES.filter(([zone]) => zone !== known)
  const first = known
    ? { name: known, value: known }
    : { name: 'please choose: this computer does not say where you are', value: NOT_CHOSEN }
  let chosen: string
  do {
    chosen = await prompts.choose(
      "Your account's time zone",
      [
        first,
        ...others.map(([zone, name]) => ({ name: `${name} (${zone})`, value: zone as string })),
        { name: 'another one', value: '' },
      ],
      first.value,
    )
  } while (chosen === NOT_CHOSEN)
  answers.set(
    'ACCOUNT_TIME_ZONE',
    chosen || (await askText(prompts, 'Its name, e.g. America/Toronto', { format: timeZone })),
  )
}
