import { DELIVERY_KINDS, type DisconnectReason, type Fault, type SharedEmail } from '../api.ts'
import { CannotDoError } from '../errors.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../json.ts'
import { need } from './act-as-user.ts'

/** A fault from JSON; unknown keys are left out. */
export function readFault(body: JsonObject): Fault {
  const times = numberIn(body, 'times')
  const delayMs = numberIn(body, 'delayMs')
  const common = { ...(times === undefined ? {} : { times }), ...(delayMs === undefined ? {} : { delayMs }) }
  const kind = DELIVERY_KINDS.find((known) => known === body.deliver)
  if (kind !== undefined) {
    return {
      deliver: kind,
      ...common,
      ...(body.duplicate === true ? { duplicate: true } : {}),
      ...(body.drop === true ? { drop: true } : {}),
    }
  }
  if (body.deliver !== undefined) throw new CannotDoError(`deliver is one of ${DELIVERY_KINDS.join(', ')}.`)
  const status = numberIn(body, 'status')
  const retryAfter = numberIn(body, 'retryAfter')
  const channel = textOf(body.channel)
  const error = textOf(body.error)
  return {
    method: need(body, 'method'),
    ...common,
    ...(channel === undefined ? {} : { channel }),
    ...(error === undefined ? {} : { error }),
    ...(status === undefined ? {} : { status }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(body.reset === true ? { reset: true } : {}),
    ...(body.afterProcessing === true ? { afterProcessing: true } : {}),
  }
}

/** An email from JSON, with the fields of `SharedEmail`. */
export function readEmail(body: JsonObject): SharedEmail {
  const from = isObject(body.from) ? body.from : {}
  const texts = ['full_text', 'html', 'message_id', 'reply_to', 'date'] as const
  const given = texts.flatMap((key) => (typeof body[key] === 'string' ? [[key, body[key]] as const] : []))
  return {
    subject: need(body, 'subject'),
    plain_text: need(body, 'plain_text'),
    from: { name: textOf(from.name) ?? '', address: need(from, 'address') },
    ...Object.fromEntries(given),
    ...(body.has_more === true ? { has_more: true } : {}),
    ...(body.attachments === undefined
      ? {}
      : { attachments: objectsOf(body.attachments).map(readAttachment) }),
  }
}

function readAttachment(item: JsonObject) {
  const mimetype = textOf(item.mimetype)
  const content = textOf(item.content)
  return {
    filename: need(item, 'filename'),
    ...(mimetype === undefined ? {} : { mimetype }),
    ...(content === undefined ? {} : { content }),
  }
}

const REASONS: readonly DisconnectReason[] = [
  'warning',
  'refresh_requested',
  'link_disabled',
  'too_many_websockets',
]

export function readReason(body: JsonObject): DisconnectReason {
  return REASONS.find((reason) => reason === body.reason) ?? 'refresh_requested'
}

function numberIn(body: JsonObject, key: string): number | undefined {
  const value = body[key]
  return typeof value === 'number' ? value : undefined
}
