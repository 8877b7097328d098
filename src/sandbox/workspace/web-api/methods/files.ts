import { ApiError } from '../../errors.ts'
import { copyOf } from '../../json.ts'
import { type Methods, requiredText } from '../call.ts'

export const fileMethods: Methods = {
  'files.info': {
    scopes: () => ['files:read'],
    run(call, { files, directory }) {
      const file = files.find(requiredText(call, 'file'))
      if (!file) throw new ApiError('file_not_found')
      const seen = [...file.channelIds].some((id) => directory.channel(id)?.bot_member === true)
      if (file.channelIds.size > 0 && !seen) throw new ApiError('file_not_found')
      return { file: copyOf(file.full), comments: [], response_metadata: { next_cursor: '' } }
    },
  },
}
