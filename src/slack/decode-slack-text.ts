/** Slack's markup as plain text: links and mentions as what people see, entities as characters. */
export function decodeSlackText(text: string): string {
  return text
    .replace(
      /<((?:mailto:|tel:|https?:)[^|<>\n]{1,3000})(?:\|([^<>\n]{0,500}))?>/giu,
      (_, target: string, label?: string) => decodeLink(target, label),
    )
    .replace(
      /<@([A-Z0-9]{2,30})(?:\|([^<>\n]{1,100}))?>/gu,
      (_, id: string, name?: string) => `@${name ?? id}`,
    )
    .replace(
      /<#([A-Z0-9]{2,30})(?:\|([^<>\n]{0,100}))?>/gu,
      (_, id: string, name?: string) => `#${name || id}`,
    )
    .replace(/<!subteam\^[A-Z0-9]{2,30}(?:\|([^<>\n]{1,100}))?>/gu, (_, name?: string) => name ?? '@group')
    .replace(/<!date\^\d{1,12}\^[^|<>\n]{0,200}\|([^<>\n]{0,200})>/gu, '$1')
    .replace(/<!(here|channel|everyone)(?:\|[^<>\n]{0,100})?>/gu, '@$1')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&')
}

function decodeLink(target: string, label: string | undefined): string {
  const bare = target.replace(/^(?:mailto:|tel:)/iu, '')
  if (/^https?:/iu.test(target)) return label && label.length > 2 ? label : bare
  return label || bare
}
