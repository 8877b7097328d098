const QUOTED = [
  '> On Tue, Nov 24, 2026 at 9:14 AM Acme Tree Service <office@acmetree.example> wrote:',
  '>> Thanks for reaching out. Our arborist can come by between 8 and 10.',
  '>> Call us at (770) 555-0100 or reply to office@acmetree.example.',
  '>> 1200 Roswell Rd, Marietta, GA 30060 | https://www.acmetree.example/estimates?ref=mail',
  '',
]

/** Slack's file of a shared email with a long thread quoted below, of about `length` characters. */
export function longEmail(number: number, length: number): object {
  const own = [
    'Hi,',
    '',
    `my name is Nora Case${number}. The big oak behind our house at ${number} Elm St, Marietta, GA 30060 leans on the fence.`,
    `Could somebody come and look? You reach me at 404-555-0134 or nora.case${number}@example.com.`,
    '',
    'Thanks,',
    'Nora',
    '',
  ].join('\n')
  const thread = QUOTED.join('\n')
  const text = own + thread.repeat(Math.ceil((length - own.length) / thread.length))
  return {
    id: `F${number}`,
    mode: 'email',
    filetype: 'email',
    name: 'Oak on the fence',
    subject: 'Oak on the fence',
    from: [{ address: `nora.case${number}@example.com`, name: 'Nora Case', original: '' }],
    to: [{ address: 'leads@acmetree.example', name: 'Acme Tree Service', original: '' }],
    cc: [],
    headers: { date: 'Tue, 24 Nov 2026 10:00:00 -0500', message_id: `<bench-${number}@example.com>` },
    plain_text: text.slice(0, length),
    preview_plain_text: text.slice(0, 200),
    preview_is_truncated: true,
    simplified_html: '',
    has_more: false,
    permalink: `https://bench.slack.com/files/F${number}`,
  }
}
