import { useState } from 'react'

export function CopyButton({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('Copy')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('Not allowed'),
    )
  return (
    <button type="button" className="button small copy" aria-live="polite" onClick={() => void copy()}>
      {said}
    </button>
  )
}
