import { ApiError, invalidArguments } from '../../errors.ts'
import { isObject, type JsonObject } from '../../json.ts'
import type { Parts } from '../../parts.ts'
import { viewForApp } from '../../payloads.ts'
import { describeProblem } from '../../validate/problem.ts'
import { isViewTooLarge, validateView } from '../../validate/validate-view.ts'
import type { LiveView } from '../../views/live-view.ts'
import { type Methods, optionalText, requiredText } from '../call.ts'

export const viewMethods: Methods = {
  'views.open': {
    run(call, parts) {
      const definition = checkedView(call.args.view, 'modal')
      const trigger = parts.triggers.exchange(call.args.trigger_id)
      return answer(parts.views.open(trigger.userId, definition), parts)
    },
  },
  'views.push': {
    run(call, parts) {
      const definition = checkedView(call.args.view, 'modal')
      const trigger = parts.triggers.exchange(call.args.trigger_id)
      // A push needs a trigger that arose inside the modal, and the modal must still be open.
      if (trigger.rootViewId === undefined) throw new ApiError('invalid_trigger_id')
      if (parts.views.topOf(trigger.userId)?.rootId !== trigger.rootViewId) throw new ApiError('not_found')
      return answer(parts.views.push(trigger.userId, definition), parts)
    },
  },
  'views.update': {
    run(call, parts) {
      const id = optionalText(call, 'view_id')
      const externalId = optionalText(call, 'external_id')
      if (id === undefined && externalId === undefined) {
        throw invalidArguments('missing required field: view_id or external_id')
      }
      const definition = checkedView(call.args.view)
      const view = parts.views.find({
        ...(id === undefined ? {} : { id }),
        ...(externalId === undefined ? {} : { externalId }),
      })
      if (!view) throw new ApiError('not_found')
      const hash = optionalText(call, 'hash')
      if (hash !== undefined && hash !== view.hash) throw new ApiError('hash_conflict')
      parts.views.update(view, definition)
      return answer(view, parts)
    },
  },
  'views.publish': {
    run(call, parts) {
      const userId = requiredText(call, 'user_id')
      if (!parts.manifest.homeTab) throw new ApiError('not_enabled')
      if (!parts.directory.users().some((user) => user.id === userId)) {
        throw invalidArguments('invalid user_id [json-pointer:/user_id]')
      }
      const definition = checkedView(call.args.view, 'home')
      return answer(parts.views.publish(userId, definition, optionalText(call, 'hash')), parts)
    },
  },
}

/** Throws Slack's error for a view that it would not show. */
export function checkedView(value: unknown, type?: 'modal' | 'home'): JsonObject {
  if (!isObject(value)) throw invalidArguments('missing required field: view')
  if (isViewTooLarge(value)) throw new ApiError('view_too_large')
  const problems = validateView(value).map((problem) => describeProblem(problem, '/view'))
  if (type !== undefined && value.type !== type && problems.length === 0) {
    problems.push(`must be a ${type} view [json-pointer:/view/type]`)
  }
  if (problems.length > 0) throw invalidArguments(...problems)
  return value
}

function answer(view: LiveView, parts: Parts): JsonObject {
  return { view: viewForApp(view, parts) }
}
