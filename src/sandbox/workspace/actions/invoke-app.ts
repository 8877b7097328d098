import type { CommandOutcome, CommandReply, Outcome } from '../api.ts'
import { ApiError, CannotDoError } from '../errors.ts'
import { copyOf, isObject, type JsonObject, type JsonValue } from '../json.ts'
import { toEphemeral } from '../messages/answer-response-url.ts'
import { publishMessage } from '../messages/change-messages.ts'
import { botMessage, checkContent } from '../messages/compose-message.ts'
import { actionTs, channelName, interactionPayload, VERIFICATION_TOKEN, viewForApp } from '../payloads.ts'
import { TEAM } from '../people.ts'
import { type Person, placeOf, refuseStranger, toOutcome } from './person.ts'
import { typedText } from './type-text.ts'

/** See `UserActions.command`. */
export async function runCommand(
  person: Person,
  command: string,
  text = '',
  options: { channel?: string } = {},
): Promise<CommandOutcome> {
  const { user, parts } = person
  refuseStranger(person, 'slash commands')
  const definition = parts.manifest.commands.find((known) => known.command === command)
  if (!definition) throw new CannotDoError(`${command} is not a command of the app.`)
  const channel = placeOf(person, options.channel ?? 'general')
  const path = parts.responseUrls.issue('commands', { userId: user.id, channelId: channel.id })
  const payload: JsonObject = {
    token: VERIFICATION_TOKEN,
    team_id: TEAM.id,
    team_domain: TEAM.domain,
    channel_id: channel.id,
    channel_name: channelName(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text: definition.should_escape ? typedText(text.trim(), parts.directory, true) : text.trim(),
    api_app_id: parts.app.id,
    is_enterprise_install: 'false',
    response_url: `${parts.origin()}${path}`,
    trigger_id: parts.triggers.issue(user.id),
  }
  const result = await parts.deliver({ kind: 'commands', what: 'slash_commands', payload })
  const outcome = toOutcome(result)
  if (!outcome.ok) {
    const failure = `${command} failed with the error "${outcome.error}"`
    parts.messages.addEphemeral(user.id, { channel: channel.id, ts: parts.nextTs(), text: failure })
    return outcome
  }
  return { ...outcome, ...takeReply(person, channel.id, result.body) }
}

function takeReply(
  person: Person,
  channelId: string,
  body: JsonValue | undefined,
): { reply?: CommandReply } | Outcome {
  const { user, parts } = person
  const content = typeof body === 'string' ? { text: body } : isObject(body) ? body : {}
  const channel = parts.directory.channel(channelId)
  if (!channel || (!content.text && !content.blocks)) return {}
  try {
    checkContent(content)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { ok: false, ackMs: 0, error: 'dispatch_failed' }
  }
  const message = botMessage(content, parts)
  const inChannel = content.response_type === 'in_channel'
  if (inChannel) void publishMessage(parts, channel, message)
  else parts.messages.addEphemeral(user.id, toEphemeral(channelId, message))
  const { text, ts, blocks } = toEphemeral(channelId, message)
  return {
    reply: { response_type: inChannel ? 'in_channel' : 'ephemeral', text, ts, ...(blocks ? { blocks } : {}) },
  }
}

/** See `UserActions.globalShortcut`. */
export async function runGlobalShortcut(person: Person, callbackId: string): Promise<Outcome> {
  const { user, parts } = person
  refuseStranger(person, 'shortcuts')
  requireShortcut(person, callbackId, 'global')
  const payload: JsonObject = {
    ...interactionPayload('shortcut', user, parts),
    action_ts: actionTs(parts.clock),
    callback_id: callbackId,
    trigger_id: parts.triggers.issue(user.id),
  }
  return toOutcome(await parts.deliver({ kind: 'shortcut', what: 'shortcut', payload }))
}

/** See `UserActions.messageShortcut`. */
export async function runMessageShortcut(
  person: Person,
  callbackId: string,
  ref: { channel: string; ts: string },
): Promise<Outcome> {
  const { user, parts } = person
  refuseStranger(person, 'shortcuts')
  requireShortcut(person, callbackId, 'message')
  const channel = placeOf(person, ref.channel)
  const message = parts.messages.find(channel.id, ref.ts)
  if (!message)
    throw new CannotDoError(`There is no message ${ref.ts} in ${ref.channel} that offers shortcuts.`)
  const { metadata: _metadata, ...shown } = copyOf(message)
  const path = parts.responseUrls.issue('app', { userId: user.id, channelId: channel.id })
  const payload: JsonObject = {
    ...interactionPayload('message_action', user, parts),
    action_ts: actionTs(parts.clock),
    callback_id: callbackId,
    trigger_id: parts.triggers.issue(user.id),
    channel: { id: channel.id, name: channelName(channel) },
    message_ts: message.ts,
    message: shown,
    response_url: `${parts.origin()}${path}`,
  }
  return toOutcome(await parts.deliver({ kind: 'message_action', what: 'message_action', payload }))
}

function requireShortcut({ parts }: Person, callbackId: string, type: 'global' | 'message'): void {
  const known = parts.manifest.shortcuts.some(
    (shortcut) => shortcut.callback_id === callbackId && shortcut.type === type,
  )
  if (!known) throw new CannotDoError(`The app has no ${type} shortcut ${callbackId}.`)
}

/** See `UserActions.openHome`. */
export async function openHome(person: Person): Promise<Outcome> {
  const { user, parts } = person
  refuseStranger(person, "the app's Home")
  if (!parts.manifest.homeTab) throw new CannotDoError("The app's Home tab is not enabled.")
  const home = parts.views.homeOf(user.id)
  const result = await parts.events.send('app_home_opened', {
    type: 'app_home_opened',
    user: user.id,
    channel: parts.directory.dm(user.id).id,
    tab: 'home',
    event_ts: parts.nextTs(),
    ...(home ? { view: viewForApp(home, parts) } : {}),
  })
  return result ? toOutcome(result) : { ok: true, ackMs: 0 }
}
