import { Fragment } from 'react'
import { inOrder } from './in-order.ts'
import { InlineText } from './inline-text.tsx'
import { type Inline, parseMrkdwn } from './parse-mrkdwn.ts'

/** Slack's `mrkdwn` as a person reads it. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return inOrder(parseMrkdwn(text)).map(({ key, item: block }) => {
    if (block.kind === 'pre') return <pre key={key}>{block.text}</pre>
    if (block.kind === 'quote')
      return (
        <blockquote key={key}>
          <Lines lines={block.lines} />
        </blockquote>
      )
    return <Lines key={key} lines={block.lines} />
  })
}

function Lines({ lines }: { readonly lines: readonly (readonly Inline[])[] }) {
  return inOrder(lines).map(({ key, item }) => (
    <Fragment key={key}>
      {key !== '0' && <br />}
      <InlineText pieces={item} />
    </Fragment>
  ))
}
