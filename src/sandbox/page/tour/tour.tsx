import { useRef, useState } from 'react'
import { useNarrow } from '../live/use-narrow.ts'
import type { TourStep } from '../setting.ts'
import { StepActions } from './step-actions.tsx'
import { useStepDone } from './use-step-done.ts'
import { useTourHeight } from './use-tour-height.ts'

type Props = {
  readonly steps: readonly TourStep[]
  readonly version: number
  readonly at: number
  goTo(index: number): void
  compose(step: TourStep): void
  sendEmail(name: string): Promise<void>
  end(): void
}

/** The guided tour: one step at a time, any of them skipped, and all. */
export function Tour({ steps, version, at, goTo, compose, sendEmail, end }: Props) {
  const [isSmall, setSmall] = useState(false)
  const isNarrow = useNarrow()
  const tour = useRef<HTMLElement>(null)
  useTourHeight(tour)
  const step = steps[at]
  // On a narrow screen little is left of what one is to look at next.
  const makeRoom = () => setSmall(isNarrow)
  const isDone = useStepDone(step, version)
  if (!step) return null
  const turnTo = (index: number) => {
    setSmall(false)
    goTo(index)
  }
  const isLast = at === steps.length - 1
  return (
    <section ref={tour} className={isSmall ? 'tour small' : 'tour'} aria-label="Guided tour">
      <header>
        <p>
          Step {at + 1} of {steps.length}
        </p>
        <h2>{step.title}</h2>
        <button
          type="button"
          className="icon"
          aria-label={isSmall ? 'Show the step' : 'Fold the step away'}
          aria-expanded={!isSmall}
          onClick={() => setSmall((was) => !was)}
        >
          {isSmall ? '▴' : '▾'}
        </button>
        <button type="button" className="icon" aria-label="End the tour" onClick={end}>
          ×
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div className="tour-text" tabIndex={0}>
        <p>{step.about}</p>
        <ol>
          {step.doing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
      <p className="tour-done" role="status">
        {isDone ? `✓ Done: it stands under ${isNarrow ? 'More' : 'Behind the scenes'} → SingleOps.` : ''}
      </p>
      <div className="tour-foot">
        {!isSmall && (
          <StepActions
            key={step.id}
            step={step}
            version={version}
            compose={() => {
              makeRoom()
              compose(step)
            }}
            sendEmail={(name) => {
              makeRoom()
              return sendEmail(name)
            }}
          />
        )}
        {(!isSmall || isDone) && (
          <footer>
            <button type="button" className="button" disabled={at === 0} onClick={() => turnTo(at - 1)}>
              Back
            </button>
            <button
              type="button"
              className={isDone ? 'button primary' : 'button'}
              onClick={() => (isLast ? end() : turnTo(at + 1))}
            >
              {isLast ? 'Finish' : isDone ? 'Next' : 'Skip'}
            </button>
          </footer>
        )}
      </div>
    </section>
  )
}
