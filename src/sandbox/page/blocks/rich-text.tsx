import { isObject, type JsonObject, objectsOf, textOf } from '../../workspace/json.ts'
import { showEmoji } from '../text/emoji.ts'
import { inOrder } from '../text/in-order.ts'
import { type Names, useNames } from '../text/names.ts'

/** Rich text: its sections, lists, quotes and code, without nesting of styles. */
export function RichText({ block }: { readonly block: JsonObject }) {
  const names = useNames()
  return inOrder(objectsOf(block.elements)).map(({ key, item: part }) => {
    if (part.type === 'rich_text_list') {
      const List = part.style === 'ordered' ? 'ol' : 'ul'
      return (
        <List key={key}>
          {inOrder(objectsOf(part.elements)).map(({ key: place, item }) => (
            <li key={place}>{plain(item, names)}</li>
          ))}
        </List>
      )
    }
    if (part.type === 'rich_text_preformatted') return <pre key={key}>{plain(part, names)}</pre>
    if (part.type === 'rich_text_quote') return <blockquote key={key}>{plain(part, names)}</blockquote>
    return (
      <p key={key} className="rich-section">
        {inOrder(objectsOf(part.elements)).map(({ key: place, item }) => (
          <Styled key={place} piece={item} names={names} />
        ))}
      </p>
    )
  })
}

function Styled({ piece, names }: { readonly piece: JsonObject; readonly names: Names }) {
  const text = showEmoji(plain(piece, names))
  const style = isObject(piece.style) ? piece.style : {}
  if (piece.type === 'link') {
    return (
      <a href={textOf(piece.url)} target="_blank" rel="noreferrer">
        {text}
      </a>
    )
  }
  if (style.code === true) return <code>{text}</code>
  if (style.bold === true) return <strong>{text}</strong>
  if (style.italic === true) return <em>{text}</em>
  return style.strike === true ? <s>{text}</s> : text
}

function plain(piece: JsonObject, names: Names): string {
  if (typeof piece.text === 'string') return piece.text
  if (typeof piece.url === 'string') return piece.url
  if (typeof piece.user_id === 'string') return `@${names.user(piece.user_id) ?? piece.user_id}`
  if (typeof piece.channel_id === 'string') return `#${names.channel(piece.channel_id) ?? piece.channel_id}`
  if (piece.type === 'emoji') return `:${textOf(piece.name) ?? ''}:`
  return objectsOf(piece.elements)
    .map((inner) => plain(inner, names))
    .join('')
}
