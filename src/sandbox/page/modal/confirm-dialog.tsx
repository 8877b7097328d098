import { useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { JsonValue } from '../../workspace/json.ts'
import { TextObject } from '../text/text-object.tsx'
import { useFocusTrap } from './use-focus-trap.ts'

type Props = {
  readonly title: string
  readonly text: JsonValue | undefined
  readonly yes: string
  readonly no: string
  readonly isDanger: boolean
  onYes(): void
  onNo(): void
}

/** Asks before something is done. */
export function ConfirmDialog({ title, text, yes, no, isDanger, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDivElement>(null)
  const id = useId()
  useFocusTrap(dialog)
  useEffect(() => {
    dialog.current?.querySelector<HTMLElement>('button')?.focus()
  }, [])
  return createPortal(
    <div className="backdrop front">
      <div
        ref={dialog}
        className="dialog confirm"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onNo()
        }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        <div id={`${id}-text`}>
          <TextObject value={text} />
        </div>
        <div className="dialog-foot">
          <button type="button" className="button" onClick={onNo}>
            {no}
          </button>
          <button type="button" className={isDanger ? 'button danger' : 'button primary'} onClick={onYes}>
            {yes}
          </button>
        </div>
      </div>
    </div>,
    document.body,
  )
}
