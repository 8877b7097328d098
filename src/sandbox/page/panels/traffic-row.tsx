import { useState } from 'react'
import { useResource } from '../live/use-resource.ts'
import { CopyButton } from './copy-button.tsx'
import type { WireEntry } from './wire-entry.ts'

export function TrafficRow({ entry }: { readonly entry: WireEntry }) {
  const [isOpen, setOpen] = useState(false)
  const { route, what, at, durationMs, outcome, isTrouble } = entry
  return (
    <li className={isTrouble ? 'traffic-row trouble' : 'traffic-row'}>
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen((was) => !was)}>
        <span className="what">{what}</span>
        <span className="outcome">{outcome}</span>
        <span className="duration">{durationMs === undefined ? '…' : `${durationMs} ms`}</span>
        <span className="route">{route}</span>
        <time>{clockTime(at)}</time>
      </button>
      {isOpen && <Details entry={entry} />}
    </li>
  )
}

function Details({ entry }: { readonly entry: WireEntry }) {
  const { key, outcome, request, readResponse } = entry
  const answer = useResource(`${key} ${outcome}`, 0, readResponse)
  const response = answer.value
  const parts = [
    { title: 'Request', text: JSON.stringify(request, null, 2) },
    ...(response === undefined
      ? []
      : [
          {
            title: 'Answer',
            text: typeof response === 'string' ? response : JSON.stringify(response, null, 2),
          },
        ]),
  ]
  return parts.map(({ title, text }) => (
    <div key={title} className="traffic-part">
      <p>
        {title} <CopyButton text={text} />
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <pre className="json" tabIndex={0}>
        {text}
      </pre>
    </div>
  ))
}

function clockTime(at: number): string {
  const date = new Date(at)
  return `${date.toTimeString().slice(0, 8)}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
