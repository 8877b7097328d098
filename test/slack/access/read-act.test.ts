import { expect, it } from 'vitest'
import { readAct } from '../../../src/slack/access/read-act.ts'
import { ACTIONS, VIEWS } from '../../../src/slack/ids.ts'

const user = { id: 'U1', team_id: 'T1' }
const pressed = (id: string) => ({ type: 'block_actions', user, actions: [{ action_id: id }] })
const submitted = (id: string) => ({ type: 'view_submission', user, view: { callback_id: id } })
const typed = (text: string) => ({ command: '/lead', text, user_id: 'U1', team_id: 'T1' })

it.each([
  ['/lead', typed('jane smith'), 'create', true],
  ['/lead help', typed(' Help '), 'belong', false],
  ['/lead doctor', typed('doctor'), 'administer', false],
  ['/lead with more words', typed('doctor jane'), 'create', true],
  ['a global shortcut', { type: 'shortcut', user, callback_id: 'new_lead' }, 'create', true],
  ['a message shortcut', { type: 'message_action', user, callback_id: 'create_lead' }, 'create', true],
  ['New lead', pressed(ACTIONS.newLead), 'create', true],
  ['Create lead under a message', pressed(ACTIONS.createFromMessage), 'create', true],
  ['a choice in the form', pressed(`${ACTIONS.operation}.main`), 'create', false],
  ['a decision about a lead', pressed(ACTIONS.sendAgain), 'belong', false],
  ['an id that nobody knows', pressed('something_else'), 'create', false],
  ['the form', submitted(VIEWS.form), 'create', false],
  ['"I found it"', submitted(VIEWS.found), 'belong', false],
  ['an options request', { type: 'block_suggestion', user }, 'create', false],
])('takes %s for what it is', (_, body, right, opensForm) => {
  expect(readAct(body)).toMatchObject({ user: 'U1', team: 'T1', right, opensForm })
})

it('sees who looks at Home and who writes to the app, and takes a channel’s message for nobody’s act', () => {
  const home = { type: 'event_callback', team_id: 'T1', event: { type: 'app_home_opened', user: 'U1' } }
  const message = { type: 'event_callback', team_id: 'T1', event: { type: 'message', user: 'U1' } }

  const words = { type: 'event_callback', event: { type: 'message', user: 'U1', channel_type: 'im' } }
  const own = { ...words, event: { ...words.event, bot_id: 'B1' } }

  expect(readAct(home)).toMatchObject({ user: 'U1', right: 'belong' })
  expect(readAct(words)).toMatchObject({ user: 'U1', right: 'create', isOnlyWords: true })
  expect(readAct(own)).toBeUndefined()
  expect(readAct(message)).toBeUndefined()
})

it.each([
  ['nothing', {}],
  ['odd shapes', { type: 'block_actions', user: { id: 7 }, actions: [{}] }],
  ['a command of nobody', { command: '/lead' }],
])('is not confused by %s', (_, body) => {
  expect(readAct(body)).toBeUndefined()
})
