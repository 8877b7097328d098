import { useState } from 'react'
import { sendEmail } from '../api/workspace-api.ts'
import type { PageSetting } from '../setting.ts'

type Props = { readonly setting: PageSetting; sent(): void }

/** Sends one of the samples, or one's own text, into the channel where emails arrive. */
export function EmailPanel({ setting, sent }: Props) {
  const { inbox, emails } = setting
  const [draft, setDraft] = useState({ from: 'Pat Doe <pat@mail.example>', subject: '', text: '' })
  const [said, setSaid] = useState('')

  async function send(email: PageSetting['emails'][number]['email']) {
    setSaid('Sending…')
    try {
      await sendEmail(inbox, email)
      setSaid(`“${email.subject}” is in #${inbox}.`)
      sent()
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error))
    }
  }
  const [, name = '', address = ''] = /^\s*(.*?)\s*<([^>]+)>\s*$/u.exec(draft.from) ?? [
    '',
    '',
    draft.from.trim(),
  ]
  return (
    <>
      <h3 className="panel-title">Send a lead email into #{inbox}</h3>
      <p className="said" role="status">
        {said}
      </p>
      <ul className="samples">
        {emails.map((sample) => (
          <li key={sample.name}>
            <button type="button" className="sample" onClick={() => void send(sample.email)}>
              <span>{sample.name}</span>
              <small>{sample.email.subject}</small>
            </button>
          </li>
        ))}
      </ul>
      <form
        className="own-email"
        onSubmit={(event) => {
          event.preventDefault()
          const subject = draft.subject || '(no subject)'
          void send({
            subject,
            plain_text: draft.text,
            from: { name, address: address || 'someone@mail.example' },
          })
        }}
      >
        <h3 className="panel-title">Or your own</h3>
        <label>
          From
          <input value={draft.from} onChange={({ target }) => setDraft({ ...draft, from: target.value })} />
        </label>
        <label>
          Subject
          <input
            value={draft.subject}
            onChange={({ target }) => setDraft({ ...draft, subject: target.value })}
          />
        </label>
        <label>
          Text
          <textarea
            rows={6}
            required
            placeholder="Paste any email"
            value={draft.text}
            onChange={({ target }) => setDraft({ ...draft, text: target.value })}
          />
        </label>
        <button type="submit" className="button primary">
          Send it
        </button>
      </form>
    </>
  )
}
