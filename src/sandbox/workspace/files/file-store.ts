import { copyOf, type JsonObject, type JsonValue } from '../json.ts'

export type StoredFile = {
  readonly id: string
  /** As it stands in messages. */
  readonly shared: JsonObject
  /** As files.info gives it. */
  readonly full: JsonObject
  readonly channelIds: Set<string>
}

export type Download = {
  readonly fileId: string
  readonly contentType: string
  readonly body: string | Uint8Array
}

/** Shared files and what their private addresses give. */
export type FileStore = {
  add(file: StoredFile, downloads: Readonly<Record<string, Download>>): void
  find(id: string): StoredFile | undefined
  /** By the path of a private address. */
  download(path: string): Download | undefined
}

export function createFileStore(): FileStore {
  const files = new Map<string, StoredFile>()
  const downloads = new Map<string, Download>()
  return {
    add(file, paths) {
      files.set(file.id, file)
      for (const [path, download] of Object.entries(paths)) downloads.set(path, download)
    },
    find: (id) => files.get(id),
    download: (path) => downloads.get(path),
  }
}

export function sharedCopies(files: readonly StoredFile[]): JsonValue[] {
  return files.map((file) => copyOf(file.shared))
}
