import { ACTIONS, COMMAND, VIEWS } from '../ids.ts'
import type { Right } from './access.ts'

/** What somebody is doing, as the gate sees it. */
export type Act = {
  readonly user: string
  /** The workspace that the payload says they are of. */
  readonly team?: string
  readonly right: Right
  /** A form is to open: nothing may be asked of Slack before. What it leads to is judged again. */
  readonly opensForm: boolean
  /** Words to the app: they are heard while Slack doesn't say who somebody is, and what they lead to is judged again. */
  readonly isOnlyWords?: true
  /** For the log: which command, button or view. */
  readonly what: string
}

type Payload = {
  readonly type?: unknown
  readonly command?: unknown
  readonly text?: unknown
  readonly user_id?: unknown
  readonly team_id?: unknown
  readonly user?: { readonly id?: unknown; readonly team_id?: unknown }
  readonly callback_id?: unknown
  readonly view?: { readonly callback_id?: unknown }
  readonly actions?: readonly object[]
  readonly event?: {
    readonly type?: unknown
    readonly user?: unknown
    readonly bot_id?: unknown
    readonly channel_type?: unknown
  }
}

/** Undefined when the payload is nobody's act, such as a message of a channel that is only listened to. */
export function readAct(body: Payload): Act | undefined {
  if (typeof body.command === 'string') return readCommand(body)
  const user = textOf(body.user?.id)
  const from = { ...(user && { user }), ...teamOf(body.user?.team_id) }
  switch (body.type) {
    case 'shortcut':
    case 'message_action':
      return act(from, { right: 'create', opensForm: true, what: textOf(body.callback_id) })
    case 'view_submission': {
      const view = textOf(body.view?.callback_id)
      return act(from, { right: view === VIEWS.found ? 'belong' : 'create', opensForm: false, what: view })
    }
    case 'block_suggestion':
      return act(from, { right: 'create', opensForm: false, what: 'options' })
    case 'block_actions': {
      const [pressed] = body.actions ?? []
      const id = actionOf(pressed)
      const right = DECISIONS.has(id) ? 'belong' : 'create'
      return act(from, { right, opensForm: OPEN_FORM.has(id), what: id })
    }
    case 'event_callback':
      return readEvent(body.event)
    default:
      return undefined
  }
}

function readEvent(event: Payload['event']): Act | undefined {
  const from = { user: textOf(event?.user) }
  if (event?.type === 'app_home_opened') {
    return act(from, { right: 'belong', opensForm: false, what: 'app_home_opened' })
  }
  // Bots write under a user's name too; our own messages are among them.
  const isSaidToApp = event?.type === 'message' && event.channel_type === 'im' && event.bot_id === undefined
  return isSaidToApp
    ? act(from, { right: 'create', opensForm: false, isOnlyWords: true, what: 'direct message' })
    : undefined
}

function readCommand(body: Payload): Act | undefined {
  const word = textOf(body.text)?.trim().toLowerCase()
  const rights: Readonly<Record<string, Right>> = { help: 'belong', doctor: 'administer' }
  const right = rights[word ?? ''] ?? 'create'
  return act(
    { user: textOf(body.user_id), ...teamOf(body.team_id) },
    { right, opensForm: right === 'create', what: COMMAND },
  )
}

function act(
  { user, team }: { readonly user?: string | undefined; readonly team?: string },
  {
    what = 'unnamed',
    ...rest
  }: Pick<Act, 'right' | 'opensForm' | 'isOnlyWords'> & { readonly what?: string | undefined },
): Act | undefined {
  return user === undefined ? undefined : { user, ...(team && { team }), what, ...rest }
}

// Who may decide about a lead is judged with the lead at hand.
const DECISIONS: ReadonlySet<string> = new Set([
  ACTIONS.lookAgain,
  ACTIONS.found,
  ACTIONS.sendAgain,
  ACTIONS.fix,
  ACTIONS.match,
  ACTIONS.discard,
  ACTIONS.openLink,
])

// Forms with nothing in them that the person can't see anyway.
const OPEN_FORM: ReadonlySet<string> = new Set([ACTIONS.newLead, ACTIONS.createFromMessage])

/** `operation.main` → `operation`. */
function actionOf(pressed: object | undefined): string {
  const id = pressed && 'action_id' in pressed ? textOf(pressed.action_id) : undefined
  return id?.split('.')[0] ?? ''
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function teamOf(value: unknown): { readonly team?: string } {
  const team = textOf(value)
  return team ? { team } : {}
}
