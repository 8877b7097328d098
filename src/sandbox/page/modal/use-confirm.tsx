import { type ReactNode, useState } from 'react'
import { isObject, type JsonValue } from '../../workspace/json.ts'
import { textOfObject } from '../text/text-of-object.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

type Asked = { readonly act: () => void; readonly refuse: () => void }

/** Asks before it acts where the element says so by its `confirm`, else acts at once. */
export function useConfirm(confirm: JsonValue | undefined): {
  ask(act: () => void, refuse?: () => void): void
  readonly dialog: ReactNode
} {
  const [asked, setAsked] = useState<Asked>()
  const end = (answer: (() => void) | undefined) => {
    setAsked(undefined)
    answer?.()
  }
  return {
    ask(act, refuse = () => undefined) {
      if (isObject(confirm)) setAsked({ act, refuse })
      else act()
    },
    dialog: asked && isObject(confirm) && (
      <ConfirmDialog
        title={textOfObject(confirm.title)}
        text={confirm.text}
        yes={textOfObject(confirm.confirm)}
        no={textOfObject(confirm.deny)}
        isDanger={confirm.style === 'danger'}
        onYes={() => end(asked.act)}
        onNo={() => end(asked.refuse)}
      />
    ),
  }
}
