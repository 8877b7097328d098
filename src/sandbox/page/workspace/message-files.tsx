import { type JsonObject, textOf } from '../../workspace/json.ts'
import { EmailFile } from './email-file.tsx'

export function MessageFiles({ files }: { readonly files: readonly JsonObject[] }) {
  return files.map((file) =>
    file.mode === 'email' ? (
      <EmailFile key={String(file.id)} file={file} />
    ) : (
      <p className="file" key={String(file.id)}>
        📄 {textOf(file.title) ?? textOf(file.name)}
      </p>
    ),
  )
}
