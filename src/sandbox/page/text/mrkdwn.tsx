import { Fragment } from 'react'
import { InlineText } from './inline-text.tsx'
import { type Inline, parseMrkdwn } from './parse-mrkdwn.ts'

/** Slack's `mrkdwn` as a person reads it. */
export function Mrkdwn({ text }: { readonly text: string }) {
  return parseMrkdwn(text).map((block, index) => {
    const key = `${index} ${block.kind}`
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
  return lines.map((line, index) => (
    <Fragment key={`${index} ${line.length}`}>
      {index > 0 && <br />}
      <InlineText pieces={line} />
    </Fragment>
  ))
}
