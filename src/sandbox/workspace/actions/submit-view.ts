import type { SubmitOutcome } from '../api.ts'
import { ApiError, CannotDoError } from '../errors.ts'
import { checkBeforeSubmit } from '../forms/check-before-submit.ts'
import { isObject, type JsonObject, type JsonValue } from '../json.ts'
import { interactionPayload, viewForApp } from '../payloads.ts'
import { caption, type LiveView } from '../views/live-view.ts'
import { checkedView } from '../web-api/methods/views.ts'
import { failureOf, type Person, requireInteractivity } from './person.ts'

const TROUBLE = 'We had some trouble connecting. Try again?'

/** See `UserActions.submit`. */
export async function submitView(person: Person): Promise<SubmitOutcome> {
  requireInteractivity(person)
  const { user, parts } = person
  const view = parts.views.topOf(user.id)
  if (!view) throw new CannotDoError(`${user.name} sees no modal.`)
  if (caption(view, 'submit') === undefined) throw new CannotDoError('The modal has no submit button.')
  if (view.submitting) throw new CannotDoError('The modal is being submitted already.')
  view.banner = undefined
  view.errors = checkBeforeSubmit(view.fields)
  if (Object.keys(view.errors).length > 0) {
    parts.changes.emit()
    return { kind: 'invalid', errors: view.errors, ackMs: 0 }
  }
  view.submitting = true
  const payload: JsonObject = {
    ...interactionPayload('view_submission', user, parts),
    trigger_id: parts.triggers.issue(user.id, view.rootId),
    view: viewForApp(view, parts),
    response_urls: responseUrlsOf(view, person),
  }
  const result = await parts.deliver({ kind: 'view_submission', what: 'view_submission', payload })
  view.submitting = false
  // The person closed it meanwhile: there is nothing left to which the answer could apply.
  if (!parts.views.stackOf(user.id).includes(view)) return { kind: 'closed', ackMs: result.ackMs }
  try {
    if (!result.ok) throw new ApiError(failureOf(result))
    return { ...applyAnswer(result.body, view, person), ackMs: result.ackMs }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    view.banner = TROUBLE
    parts.changes.emit()
    return { kind: 'failed', reason: reasonOf(error), ackMs: result.ackMs }
  }
}

/** Throws `ApiError` for an answer that Slack can't use: the modal stays as it is. */
function applyAnswer(
  body: JsonValue | undefined,
  view: LiveView,
  { user, parts }: Person,
): Omit<SubmitOutcome, 'ackMs'> {
  if (body === undefined || (isObject(body) && Object.keys(body).length === 0)) {
    parts.views.close(view)
    return { kind: 'closed' }
  }
  if (!isObject(body)) throw new ApiError('unexpected_answer')
  switch (body.response_action) {
    case 'clear':
      parts.views.closeAll(user.id)
      return { kind: 'cleared' }
    case 'errors': {
      const errors = checkedErrors(body.errors, view)
      view.errors = errors
      parts.changes.emit()
      return { kind: 'errors', errors }
    }
    case 'update':
      parts.views.update(view, checkedView(body.view, 'modal'))
      return { kind: 'updated' }
    case 'push':
      parts.views.push(user.id, checkedView(body.view, 'modal'))
      return { kind: 'pushed' }
    default:
      throw new ApiError('unexpected_answer')
  }
}

/** Errors can stand beside input blocks only. */
function checkedErrors(errors: JsonValue | undefined, view: LiveView): Record<string, string> {
  if (!isObject(errors) || Object.keys(errors).length === 0) throw new ApiError('invalid_errors')
  const inputs = new Set(view.blocks.filter((block) => block.type === 'input').map((block) => block.block_id))
  return Object.fromEntries(
    Object.entries(errors).map(([blockId, text]) => {
      if (!inputs.has(blockId)) throw new ApiError(`errors_for_no_input_block: ${blockId}`)
      if (typeof text !== 'string' || text === '') throw new ApiError(`error_is_no_text: ${blockId}`)
      return [blockId, text]
    }),
  )
}

function responseUrlsOf(view: LiveView, { user, parts }: Person): JsonObject[] {
  return [...view.fields.values()].flatMap((field): JsonObject[] => {
    const { block, element, blockId, actionId, value } = field
    if (block.type !== 'input' || element.response_url_enabled !== true || typeof value !== 'string')
      return []
    const path = parts.responseUrls.issue('app', { userId: user.id, channelId: value })
    return [
      { block_id: blockId, action_id: actionId, channel_id: value, response_url: `${parts.origin()}${path}` },
    ]
  })
}

function reasonOf({ code, details }: ApiError): string {
  const metadata = details.response_metadata
  const messages = isObject(metadata) && Array.isArray(metadata.messages) ? metadata.messages.join('; ') : ''
  return messages === '' ? code : `${code}: ${messages}`
}
