import { objectsOf } from '../../workspace/json.ts'
import type { FieldProps } from './field-props.ts'

export function FileField({ id, label, value, enter, aria }: FieldProps) {
  async function choose(list: FileList | null) {
    const files = await Promise.all(
      [...(list ?? [])].map(async (file) => ({
        name: file.name,
        mimetype: file.type || 'application/octet-stream',
        content: await file.text(),
      })),
    )
    await enter(files.length === 0 ? null : { files })
  }
  const held = objectsOf(value).map((file) => String(file.name))
  return (
    <>
      <input
        type="file"
        id={id}
        multiple
        aria-label={label}
        onChange={({ target }) => void choose(target.files)}
        {...aria}
      />
      {held.length > 0 && <p className="field-hint">{held.join(', ')}</p>}
    </>
  )
}
