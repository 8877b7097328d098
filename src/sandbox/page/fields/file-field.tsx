import { objectsOf } from '../../workspace/json.ts'
import type { FieldProps } from './field-props.ts'

/** Slack's own, where the element names none. */
const MAX_FILES = 10

export function FileField({ element, id, label, value, enter, aria }: FieldProps) {
  const held = objectsOf(value).map((file) => String(file.name))
  const types = Array.isArray(element.filetypes) ? element.filetypes.map((type) => `.${String(type)}`) : []

  async function choose(list: FileList | null) {
    const files = await Promise.all([...(list ?? [])].map(read))
    const shown = files.map(({ name }) => ({ name }))
    if (files.length > 0) enter({ files }, shown)
  }
  return (
    <div className="files">
      <input
        type="file"
        id={id}
        multiple={Number(element.max_files ?? MAX_FILES) > 1}
        {...(types.length > 0 ? { accept: types.join(',') } : {})}
        aria-label={label}
        onChange={({ target }) => void choose(target.files)}
        {...aria}
      />
      {held.length > 0 && (
        <p className="field-hint">
          {held.join(', ')}{' '}
          <button
            type="button"
            className="link-button"
            aria-label={`Remove the files of ${label}`}
            onClick={() => enter(null, [])}
          >
            Remove
          </button>
        </p>
      )}
    </div>
  )
}

async function read(file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name: file.name, mimetype: file.type || 'application/octet-stream', base64: bytes.toBase64() }
}
