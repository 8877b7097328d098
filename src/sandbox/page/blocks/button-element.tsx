import { useState } from 'react'
import { type JsonObject, textOf } from '../../workspace/json.ts'
import { useConfirm } from '../modal/use-confirm.tsx'
import { textOfObject } from '../text/text-of-object.ts'
import { useSurface } from './surface.ts'

export function ButtonElement({
  block,
  element,
}: {
  readonly block: JsonObject
  readonly element: JsonObject
}) {
  const { click } = useSurface()
  const [state, setState] = useState<'idle' | 'busy'>('idle')
  const { ask, dialog } = useConfirm(element.confirm)
  const url = textOf(element.url)

  async function press() {
    setState('busy')
    // What went wrong is shown by the desk.
    await click({ action_id: String(element.action_id), block_id: String(block.block_id) }).catch(
      () => undefined,
    )
    setState('idle')
  }
  const className = ['button', textOf(element.style) ?? ''].join(' ').trim()
  const label = textOf(element.accessibility_label)
  if (url !== undefined) {
    return (
      <a className={className} href={url} target="_blank" rel="noreferrer" onClick={() => void press()}>
        {textOfObject(element.text)}
      </a>
    )
  }
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={state === 'busy'}
        aria-busy={state === 'busy'}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onClick={() => ask(() => void press())}
      >
        {textOfObject(element.text)}
      </button>
      {dialog}
    </>
  )
}
