import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { DisplayedView, SubmitOutcome } from '../../workspace/api.ts'
import { Blocks } from '../blocks/blocks.tsx'
import { SurfaceContext } from '../blocks/surface.ts'
import { viewDesk } from '../blocks/view-desk.ts'
import type { PersonDesk } from '../live/person-desk.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { useFocusTrap } from './use-focus-trap.ts'

type Props = {
  readonly user: string
  readonly appName: string
  readonly view: DisplayedView
  /** How many views are open, this one included. */
  readonly depth: number
  readonly desk: PersonDesk
}

/** After these nothing of what was entered can be lost any more. */
const TAKEN: readonly SubmitOutcome['kind'][] = ['closed', 'updated', 'pushed', 'cleared']

/** The view on top of a person's stack. */
export function Modal({ user, appName, view, depth, desk }: Props) {
  const dialog = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  const [isBusy, setBusy] = useState(false)
  const [leaving, setLeaving] = useState<'cancel' | 'closeAll'>()
  useFocusTrap(dialog)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view begins anew
  useEffect(() => {
    desk.forget()
    body.current?.scrollTo(0, 0)
    const wanted = body.current?.querySelector<HTMLElement>('[data-focus-on-load]')
    const first = body.current?.querySelector<HTMLElement>('input, select, textarea')
    const target = wanted ?? first ?? dialog.current
    target?.focus({ preventScroll: true })
  }, [view.id])

  const hasInputs = view.blocks.some(({ type }) => type === 'input')
  const errors = JSON.stringify(view.errors)
  useEffect(() => {
    if (errors !== '{}')
      body.current?.querySelector<HTMLElement>('[aria-invalid=true], .has-error input')?.focus()
  }, [errors])

  async function submit() {
    setBusy(true)
    // What went wrong is said by the desk.
    const outcome = await desk.run<SubmitOutcome>('submit').catch(() => undefined)
    if (outcome && TAKEN.includes(outcome.kind)) desk.forget()
    setBusy(false)
  }
  function leave(how: 'cancel' | 'closeAll') {
    if (desk.hasEntries && hasInputs && leaving === undefined) setLeaving(how)
    else {
      setLeaving(undefined)
      desk.forget()
      void desk.run(how).catch(() => undefined)
    }
  }
  function keyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') leave('cancel')
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && view.submit !== undefined) void submit()
  }
  const wrong = Object.keys(view.errors).length
  const surface = viewDesk({ user, view, where: 'modal', desk })
  return (
    <div className="backdrop">
      <div
        ref={dialog}
        className="dialog modal"
        role="dialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        tabIndex={-1}
        onKeyDown={keyDown}
      >
        <header className="modal-head">
          {depth > 1 && view.view.clear_on_close !== true && (
            <button type="button" className="icon" aria-label="Back" onClick={() => leave('cancel')}>
              ←
            </button>
          )}
          <span className="avatar app" aria-hidden="true">
            {appName.slice(0, 1)}
          </span>
          <h2 id={`${id}-title`}>{view.title}</h2>
          <button type="button" className="icon" aria-label="Close all" onClick={() => leave('closeAll')}>
            ×
          </button>
        </header>
        {view.banner !== undefined && (
          <p className="banner" role="alert">
            {view.banner}
          </p>
        )}
        <p className="visually-hidden" role="alert">
          {wrong > 0 && `${wrong} ${wrong === 1 ? 'field needs' : 'fields need'} another look.`}
        </p>
        <div ref={body} className="modal-body" key={view.id}>
          <SurfaceContext value={surface}>
            <Blocks blocks={view.blocks} />
          </SurfaceContext>
        </div>
        <footer className="dialog-foot">
          <button type="button" className="button" onClick={() => leave('cancel')}>
            {view.close ?? (view.submit === undefined ? 'Close' : 'Cancel')}
          </button>
          {view.submit !== undefined && (
            <button
              type="button"
              className="button primary"
              aria-busy={isBusy}
              disabled={isBusy}
              onClick={() => void submit()}
            >
              {view.submit}
            </button>
          )}
        </footer>
      </div>
      {leaving && (
        <ConfirmDialog
          title="Leave without sending?"
          text={{ type: 'plain_text', text: 'What you entered here is not sent.' }}
          yes="Leave"
          no="Stay"
          isDanger
          onYes={() => leave(leaving)}
          onNo={() => setLeaving(undefined)}
        />
      )}
    </div>
  )
}
