import type { KnownBlock } from '@slack/types'
import type { ShownClient } from '../../lead/draft.ts'
import { context, section } from '../blocks/layout.ts'
import { escapeLine } from '../escape.ts'

const FACT_CAP = 300

/** What was typed and the ticked client's record lacks. */
export function differences(client: ShownClient | undefined): KnownBlock[] {
  if (!client) return []
  const name = escapeLine(client.name, FACT_CAP)
  if (client.newFacts.length === 0 && client.notCompared) return []
  if (client.newFacts.length === 0) {
    return [context([`SingleOps has all of this in ${name}'s record already.`], 'differences')]
  }
  const facts = client.newFacts.map((fact) => `• ${escapeLine(fact, FACT_CAP)}`)
  return [
    section({
      blockId: 'differences',
      text: `*${client.notCompared ? `This was not compared with ${name}'s record` : `${name}'s record lacks this`}; it goes into the notes:*\n${facts.join('\n')}`,
    }),
  ]
}
