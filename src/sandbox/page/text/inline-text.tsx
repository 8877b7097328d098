import { showEmoji } from './emoji.ts'
import { inOrder } from './in-order.ts'
import { useNames } from './names.ts'
import type { Inline } from './parse-mrkdwn.ts'
import { showDate } from './show-date.ts'

const SAFE_LINK = /^(?:https?|mailto|tel):/iu

export function InlineText({ pieces }: { readonly pieces: readonly Inline[] }) {
  return inOrder(pieces).map(({ key, item }) => <Piece key={key} piece={item} />)
}

function Piece({ piece }: { readonly piece: Inline }) {
  const names = useNames()
  switch (piece.kind) {
    case 'text':
      return showEmoji(piece.text)
    case 'code':
      return <code>{piece.text}</code>
    case 'bold':
      return (
        <strong>
          <InlineText pieces={piece.children} />
        </strong>
      )
    case 'italic':
      return (
        <em>
          <InlineText pieces={piece.children} />
        </em>
      )
    case 'strike':
      return (
        <s>
          <InlineText pieces={piece.children} />
        </s>
      )
    case 'link':
      return SAFE_LINK.test(piece.url) ? (
        <a href={piece.url} target="_blank" rel="noreferrer">
          {piece.label ?? piece.url.replace(/^(?:mailto|tel):/u, '')}
        </a>
      ) : (
        (piece.label ?? piece.url)
      )
    case 'date':
      return showDate(piece.seconds, piece.format, names.timeZone)
    case 'broadcast':
      return <span className="mention">@{piece.label}</span>
    case 'user':
      return <span className="mention">@{names.user(piece.id) ?? piece.label ?? piece.id}</span>
    case 'channel':
      return <span className="mention">#{names.channel(piece.id) ?? piece.label ?? piece.id}</span>
    case 'group':
      return <span className="mention">@{names.group(piece.id) ?? piece.label ?? piece.id}</span>
  }
}
