import { expect, it } from 'vitest'
import { clientId, operationId } from '../../../src/lead/ids.ts'
import type { ClientChoice } from '../../../src/lead/lead.ts'
import { allThatIsSent } from '../../../src/slack/views/all-that-is-sent.ts'
import { shownText } from '../blocks/shown-text.ts'

const content = {
  contact: { firstName: 'Jane', mobile: '+17705550123' },
  address: { street: '9 Lake Dr' },
  operation: { id: operationId(1), name: 'Tree Care' },
  jobName: 'Hedge',
  need: 'Hedge',
  source: 'Web form',
  customValues: [],
}
const sent = (client: ClientChoice | undefined, notesAreInternal = false, need = 'Hedge') =>
  shownText(allThatIsSent({ ...content, need }, { country: 'US', client, notesAreInternal }))

it('shows the lines for the office only where the account’s notes are internal', () => {
  const client: ClientChoice = { kind: 'new', despite: { id: clientId(99), reason: 'same mobile' } }

  expect(sent(client)).not.toContain('Source: Web form')
  expect(sent(client, true)).toContain('Source: Web form\nPossible duplicate of client 99: same mobile\nLH-…')
})

it('says that it depends on the choice while nobody is chosen', () => {
  expect(sent(undefined)).toContain('not chosen yet')
  expect(sent(undefined)).not.toContain('SITE')
})

it('shows the end of long notes too', () => {
  const client: ClientChoice = {
    kind: 'existing',
    id: clientId(7),
    name: 'Jane',
    newFacts: ['New email: j@x.example'],
  }

  expect(sent(client, false, 'word '.repeat(700))).toMatch(/New email: j@x.example\nLH-…$/u)
})
