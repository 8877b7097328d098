import { useState } from 'react'
import { isObject, type JsonObject, textOf } from '../../workspace/json.ts'
import { ConfirmDialog } from '../modal/confirm-dialog.tsx'
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
  const [state, setState] = useState<'idle' | 'asking' | 'busy'>('idle')
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
        onClick={() => (isObject(element.confirm) ? setState('asking') : void press())}
      >
        {textOfObject(element.text)}
      </button>
      {state === 'asking' && isObject(element.confirm) && (
        <ConfirmDialog
          title={textOfObject(element.confirm.title)}
          text={element.confirm.text}
          yes={textOfObject(element.confirm.confirm)}
          no={textOfObject(element.confirm.deny)}
          isDanger={element.confirm.style === 'danger'}
          onYes={() => void press()}
          onNo={() => setState('idle')}
        />
      )}
    </>
  )
}
