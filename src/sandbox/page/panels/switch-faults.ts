import { clearFault, getFaults, type SetFault, setFault } from '../api/singleops-api.ts'
import { clearWorkspaceFaults, getWorkspaceFaults, setWorkspaceFault } from '../api/workspace-api.ts'
import { type FaultSwitch, isSame, SINGLEOPS_FAULTS, SLACK_FAULTS } from './fault-switches.ts'

/** The keys of all switches that are on. */
export async function readSwitches(): Promise<readonly string[]> {
  const [singleops, slack] = await Promise.all([getFaults(), getWorkspaceFaults()])
  const isOn = ({ faults }: FaultSwitch, set: readonly object[]) =>
    faults.every((body) => set.some((fault) => isSame(body, fault)))
  const open = singleops.filter(isOpen).map(({ fault }) => fault)
  return [
    ...SINGLEOPS_FAULTS.filter((one) => isOn(one, open)),
    ...SLACK_FAULTS.filter((one) => isOn(one, slack)),
  ].map(({ key }) => key)
}

export async function switchFault(key: string, on: boolean): Promise<void> {
  const ofSingleOps = SINGLEOPS_FAULTS.find((one) => one.key === key)
  if (ofSingleOps) {
    const known = await getFaults()
    for (const { id, fault } of known) {
      if (ofSingleOps.faults.some((body) => isSame(body, fault))) await clearFault(id)
    }
    if (on) for (const body of ofSingleOps.faults) await setFault(body)
    return
  }
  const before = await readSwitches()
  const wanted = SLACK_FAULTS.filter((one) => (one.key === key ? on : before.includes(one.key)))
  await clearWorkspaceFaults()
  for (const body of wanted.flatMap(({ faults }) => faults)) await setWorkspaceFault(body)
}

/** Not yet used up. */
function isOpen({ fault, used }: SetFault): boolean {
  return fault.times === undefined || used < fault.times
}
