import { useResource } from '../live/use-resource.ts'
import { readSwitches, switchFault } from '../panels/switch-faults.ts'
import type { TourStep } from '../setting.ts'

type Props = {
  readonly step: TourStep
  readonly version: number
  compose(): void
  sendEmail(name: string): Promise<void>
}

/** What the page can do for the visitor in a step. */
export function StepActions({ step, version, compose, sendEmail }: Props) {
  const { compose: text, email, fault } = step
  const switches = useResource('tour', version, readSwitches)
  const isOn = fault !== undefined && (switches.value ?? []).includes(fault)
  return (
    <div className="tour-actions">
      {email !== undefined && (
        <button type="button" className="button small" onClick={() => void sendEmail(email)}>
          Send the email
        </button>
      )}
      {fault !== undefined && (
        <button
          type="button"
          className={isOn ? 'button small danger' : 'button small'}
          aria-pressed={isOn}
          onClick={() => void switchFault(fault, !isOn).then(switches.reload)}
        >
          {isOn ? 'End the trouble' : 'Start the trouble'}
        </button>
      )}
      {text !== undefined && (
        <button type="button" className="button small" onClick={compose}>
          Type it for me
        </button>
      )}
    </div>
  )
}
