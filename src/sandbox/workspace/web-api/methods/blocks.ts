import { ApiError, invalidArguments } from '../../errors.ts'
import type { JsonObject } from '../../json.ts'
import type { Problem } from '../../validate/problem.ts'
import { validateMessage } from '../../validate/validate-message.ts'
import { validateView } from '../../validate/validate-view.ts'
import type { Methods } from '../call.ts'

export const blockMethods: Methods = {
  'blocks.validate': {
    token: 'none',
    run({ args }) {
      if (args.view !== undefined) return refuse('invalid_view', validateView(args.view))
      if (args.message !== undefined) return refuse('invalid_message', validateMessage(args.message))
      if (args.blocks === undefined) throw invalidArguments('missing required field: blocks, view or message')
      return refuse('invalid_blocks', validateMessage({ blocks: args.blocks }))
    },
  },
}

function refuse(error: string, problems: readonly Problem[]): JsonObject {
  if (problems.length === 0) return {}
  throw new ApiError(error, {
    errors: problems.map(({ message, pointer }) => ({ code: 'invalid', message, pointer })),
  })
}
