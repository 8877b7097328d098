import PostalMime, { type Address, type Mailbox } from 'postal-mime'

type EmlMailbox = { readonly address: string; readonly name: string }

/** A mail file, as far as it is read: the fields of a Slack email file that `readMessage` looks at. */
export type EmlFile = {
  readonly mode: 'email'
  readonly subject: string
  readonly from: readonly EmlMailbox[]
  readonly to: readonly EmlMailbox[]
  readonly cc: readonly EmlMailbox[]
  readonly headers: {
    readonly date?: string
    readonly reply_to?: readonly EmlMailbox[]
    readonly message_id?: string
  }
  readonly plain_text: string
  readonly simplified_html: string
  readonly attachments: readonly { readonly filename: string; readonly mimetype: string }[]
}

/** Reads an RFC 5322 message with all that MIME allows. `bytes` as they stand in the file. */
export async function parseEml(bytes: Uint8Array): Promise<EmlFile> {
  const mail = await PostalMime.parse(bytes)
  const replyTo = toMailboxes(mail.replyTo)
  return {
    mode: 'email',
    subject: mail.subject ?? '',
    from: toMailboxes(mail.from && [mail.from]),
    to: toMailboxes(mail.to),
    cc: toMailboxes(mail.cc),
    headers: {
      ...(mail.date && { date: mail.date }),
      ...(replyTo.length > 0 && { reply_to: replyTo }),
      ...(mail.messageId && { message_id: mail.messageId }),
    },
    plain_text: mail.text ?? '',
    simplified_html: mail.html ?? '',
    // Pictures inside the text are mostly logos; only what was attached counts.
    attachments: mail.attachments.flatMap(({ filename, mimeType, disposition }) =>
      filename && disposition !== 'inline' ? [{ filename, mimetype: mimeType }] : [],
    ),
  }
}

function toMailboxes(addresses: readonly Address[] | undefined): readonly EmlMailbox[] {
  return (addresses ?? [])
    .flatMap((address): readonly Mailbox[] => address.group ?? [address as Mailbox])
    .map(({ name, address }) => ({ name, address: address ?? '' }))
}
