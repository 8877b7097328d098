import { type JsonObject, objectsOf, textOf } from '../../workspace/json.ts'

/** A shared email: who, what about, and its text on demand. */
export function EmailFile({ file }: { readonly file: JsonObject }) {
  const [from] = objectsOf(file.from)
  const text = textOf(file.plain_text) ?? ''
  const attachments = objectsOf(file.attachments)
  return (
    <div className="email">
      <p className="email-kind">Email</p>
      <p className="email-subject" dir="auto">
        {textOf(file.subject) || '(no subject)'}
      </p>
      <p className="email-from">
        From <bdi>{textOf(from?.name)}</bdi> <span>{textOf(from?.address)}</span>
      </p>
      <details>
        <summary>Show the email</summary>
        <pre dir="auto">{text === '' ? 'Slack cut the text off; the app has to fetch it.' : text}</pre>
        {attachments.map((attachment) => (
          <p key={String(attachment.url)}>📎 {textOf(attachment.filename)}</p>
        ))}
      </details>
    </div>
  )
}
