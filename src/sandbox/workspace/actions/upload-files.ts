import type { FileSeed } from '../api.ts'
import type { StoredFile } from '../files/file-store.ts'
import { newId } from '../ids.ts'
import { copyOf, type JsonObject } from '../json.ts'
import { TEAM } from '../people.ts'
import type { Person } from './person.ts'

/** Files that a person adds to a message or a file field. */
export function storeUploads(
  { user, parts }: Person,
  seeds: readonly FileSeed[],
  channelId?: string,
): StoredFile[] {
  return seeds.map(({ name, mimetype = 'text/plain', content = '' }) => {
    const id = newId('F')
    const path = `/files-pri/${TEAM.id}-${id}/download/${name}`
    const created = Math.floor(parts.clock() / 1000)
    const shared: JsonObject = {
      id,
      created,
      timestamp: created,
      name,
      title: name,
      mimetype,
      filetype: name.includes('.') ? (name.split('.').at(-1) ?? '') : 'text',
      mode: 'hosted',
      user: user.id,
      user_team: user.team_id,
      size: Buffer.byteLength(content),
      is_external: false,
      is_public: false,
      file_access: 'visible',
      url_private: `${parts.origin()}${path}`,
      url_private_download: `${parts.origin()}${path}`,
    }
    const file: StoredFile = {
      id,
      shared,
      full: copyOf(shared),
      channelIds: new Set(channelId === undefined ? [] : [channelId]),
    }
    parts.files.add(file, { [path]: { fileId: id, contentType: mimetype, body: content } })
    return file
  })
}
