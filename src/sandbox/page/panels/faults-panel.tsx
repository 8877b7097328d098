import { useResource } from '../live/use-resource.ts'
import { type FaultSwitch, SINGLEOPS_FAULTS, SLACK_FAULTS } from './fault-switches.ts'
import { readSwitches, switchFault } from './switch-faults.ts'

/** Switches trouble on and off. */
export function FaultsPanel({ version }: { readonly version: number }) {
  const switches = useResource('faults', version, readSwitches)
  const on = switches.value ?? []
  const toggle = (key: string, next: boolean) => void switchFault(key, next).then(switches.reload)
  const group = (title: string, list: readonly FaultSwitch[]) => (
    <fieldset className="fault-group">
      <legend>{title}</legend>
      {list.map(({ key, title: name, note }) => (
        <label className="fault" key={key}>
          <input
            type="checkbox"
            aria-describedby={`fault-${key}`}
            checked={on.includes(key)}
            onChange={({ target }) => toggle(key, target.checked)}
          />
          <span>
            {name}
            <small id={`fault-${key}`}>{note}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
  return (
    <>
      {group('SingleOps', SINGLEOPS_FAULTS)}
      {group('Slack', SLACK_FAULTS)}
    </>
  )
}
