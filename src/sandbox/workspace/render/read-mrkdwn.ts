/** Names for ids in mentions; undefined leaves the id. */
export type NameOf = (id: string) => string | undefined

/** A `mrkdwn` text as a person reads it: mentions and links by their labels, entities decoded, marks of bold and italics gone. */
export function readMrkdwn(text: string, nameOf: NameOf = () => undefined): string {
  const withoutMarks = text.replace(/(?<![\w*_~`])([*_~`])(\S|\S.*?\S)\1(?![\w*_~`])/gu, '$2')
  return decodeEntities(
    withoutMarks.replace(/<([^<>]+)>/gu, (_found, inner: string) => readToken(inner, nameOf)),
  )
}

function decodeEntities(text: string): string {
  return text.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&')
}

function readToken(inner: string, nameOf: NameOf): string {
  const bar = inner.indexOf('|')
  const target = bar < 0 ? inner : inner.slice(0, bar)
  const label = bar < 0 ? undefined : inner.slice(bar + 1)
  if (target.startsWith('!date^')) return label ?? target
  if (target.startsWith('!')) return label ?? `@${target.slice(1)}`
  if (target.startsWith('@')) return `@${label ?? nameOf(target.slice(1)) ?? target.slice(1)}`
  if (target.startsWith('#')) return `#${label ?? nameOf(target.slice(1)) ?? target.slice(1)}`
  return label ?? target.replace(/^(mailto|tel):/u, '')
}
