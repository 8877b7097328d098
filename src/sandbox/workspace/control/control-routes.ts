import type { Workspace } from '../api.ts'
import type { JsonObject } from '../json.ts'
import { ACT_NAMES, actAsUser, screenOf } from './act-as-user.ts'
import { readEmail, readFault, readReason } from './read-setting.ts'

export type ControlCall = {
  /** What the path names, in order. */
  readonly names: readonly string[]
  readonly query: URLSearchParams
  readonly body: JsonObject
}

type Route = {
  readonly verb: 'GET' | 'POST' | 'DELETE'
  /** Behind `/_sandbox`; `:` parts are names. */
  readonly path: string
  readonly what: string
  /** Undefined: there is no such thing. */
  readonly run: (workspace: Workspace, call: ControlCall) => unknown
}

export const CONTROL_ROUTES: readonly Route[] = [
  { verb: 'GET', path: '/', what: 'this list', run: listRoutes },
  { verb: 'GET', path: '/state', what: 'people, channels, groups, the app and what it offers', run: stateOf },
  {
    verb: 'GET',
    path: '/channels/:channel/messages',
    what: 'messages, oldest first; ?thread_ts; dm:ana is a direct message',
    run: messagesOf,
  },
  {
    verb: 'POST',
    path: '/channels/:channel',
    what: 'changes it; {is_archived, bot_member, is_private}',
    run: changeChannel,
  },
  { verb: 'POST', path: '/channels/:channel/emails', what: 'an email arrives; SharedEmail', run: shareEmail },
  {
    verb: 'GET',
    path: '/users/:user/screen',
    what: 'modal, stack, home and ephemerals of a person, and what was entered in messages',
    run: (workspace, { names: [user = ''] }) => screenOf(workspace.as(user)),
  },
  { verb: 'POST', path: '/users/:user/:act', what: `acts as a person: ${ACT_NAMES.join(', ')}`, run: act },
  {
    verb: 'GET',
    path: '/traffic',
    what: 'calls and deliveries; ?after=INDEX &what=views.open',
    run: listTraffic,
  },
  {
    verb: 'POST',
    path: '/faults',
    what: 'sets one; the fields of a fault ({"method":"*","reset":true} is an outage)',
    run: (workspace, { body }) => {
      workspace.setFault(readFault(body))
      return { ok: true }
    },
  },
  {
    verb: 'GET',
    path: '/faults',
    what: 'faults that are set',
    run: (workspace) => ({ faults: workspace.faults() }),
  },
  { verb: 'DELETE', path: '/faults', what: 'clears all, and lets held calls go', run: clearFaults },
  {
    verb: 'POST',
    path: '/quirks',
    what: '{updatePrefilledValuesMissing}',
    run: (workspace, { body }) => {
      workspace.setQuirks({ updatePrefilledValuesMissing: body.updatePrefilledValuesMissing === true })
      return { ok: true }
    },
  },
  {
    verb: 'POST',
    path: '/sockets/disconnect',
    what: 'tells Socket Mode clients to go; {reason}',
    run: (workspace, { body }) => {
      workspace.disconnectSockets(readReason(body))
      return { ok: true }
    },
  },
  {
    verb: 'POST',
    path: '/events/retry',
    what: 'repeats failed events now',
    run: async (workspace) => {
      await workspace.retryEventsNow()
      return { ok: true }
    },
  },
]

function listRoutes() {
  return {
    routes: [
      ...CONTROL_ROUTES.map(({ verb, path, what }) => `${verb} /_sandbox${path} – ${what}`),
      'GET /_sandbox/stream – server-sent events: traffic (one entry), change (look again)',
    ],
  }
}

function stateOf(workspace: Workspace) {
  const { team, app, users, channels, groups, sockets, definition } = workspace
  return {
    team,
    app,
    users: Object.values(users),
    channels: Object.values(channels),
    groups: Object.values(groups),
    offers: {
      name: definition.botName,
      commands: definition.commands,
      shortcuts: definition.shortcuts,
      home: definition.homeTab,
      messages: definition.messagesTab && !definition.messagesTabReadOnly,
    },
    latest: latestOf(workspace),
    sockets,
    pendingEventRetries: workspace.pendingEventRetries(),
  }
}

/** `ts` of the newest message by channel id, and by `dm:NAME` of everybody's direct message. */
function latestOf(workspace: Workspace): Record<string, string> {
  const people = Object.values(workspace.users).filter((user) => !user.is_stranger)
  const places = [
    ...Object.values(workspace.channels).map(({ id }) => id),
    ...people.map(({ name }) => `dm:${name}`),
  ]
  return Object.fromEntries(
    places.flatMap((place) => {
      const newest = workspace.messages(place).at(-1)
      return newest ? [[place, newest.ts]] : []
    }),
  )
}

function messagesOf(workspace: Workspace, { names: [channel = ''], query }: ControlCall) {
  const threadTs = query.get('thread_ts')
  return { messages: workspace.messages(channel, threadTs === null ? {} : { thread_ts: threadTs }) }
}

function changeChannel(workspace: Workspace, { names: [channel = ''], body }: ControlCall) {
  const flags = (['is_archived', 'bot_member', 'is_private'] as const).filter(
    (key) => typeof body[key] === 'boolean',
  )
  workspace.setChannel(channel, Object.fromEntries(flags.map((key) => [key, body[key] === true])))
  return { ok: true }
}

function shareEmail(workspace: Workspace, { names: [channel = ''], body }: ControlCall) {
  return workspace.shareEmail(channel, readEmail(body))
}

async function act(workspace: Workspace, { names: [name = '', what = ''], body }: ControlCall) {
  const user = workspace.as(name)
  const acting = actAsUser(user, what, body)
  if (!acting) return undefined
  const result = await acting
  return { result: result ?? null, screen: screenOf(user) }
}

function listTraffic(workspace: Workspace, { query }: ControlCall) {
  const after = Number(query.get('after') ?? -1)
  const what = query.get('what')
  const entries = workspace.traffic().map((entry, index) => ({ index, ...entry }))
  return { traffic: entries.filter((entry) => entry.index > after && (what === null || entry.what === what)) }
}

function clearFaults(workspace: Workspace) {
  workspace.clearFaults()
  return { ok: true }
}
