import { useEffect, useState } from 'react'
import { getJobs, getTasks } from '../api/singleops-api.ts'
import { getMessages } from '../api/workspace-api.ts'
import { useResource } from '../live/use-resource.ts'
import type { TourStep } from '../setting.ts'

type Seen = {
  readonly records: number
  /** When the newest message at the step's place was written, and those that say what is waited for. */
  readonly newest: number
  readonly saying: readonly number[]
}

/** True once there is more of what the step asks for than when it began. */
export function useStepDone(step: TourStep | undefined, version: number): boolean {
  const key = step?.id ?? ''
  const seen = useResource(key, version, () => look(step))
  const [start, setStart] = useState<{ key: string; seen: Seen }>()
  useEffect(() => {
    if (seen.value !== undefined && start?.key !== key) setStart({ key, seen: seen.value })
  }, [seen.value, key, start])
  if (start?.key !== key || seen.value === undefined) return false
  const { records, newest } = start.seen
  // An older message that only now comes to say it is about what was done in a former step.
  const isSaid = step?.says === undefined || seen.value.saying.some((at) => at > newest)
  return seen.value.records > records && isSaid
}

async function look(step: TourStep | undefined): Promise<Seen> {
  if (!step) return { records: 0, newest: 0, saying: [] }
  const { says } = step
  const [records, messages] = await Promise.all([
    step.doneBy === 'task' ? getTasks() : getJobs(),
    says === undefined ? [] : getMessages(step.place),
  ])
  const saying = messages.filter((message) => says !== undefined && JSON.stringify(message).includes(says))
  return {
    records: records.length,
    newest: Number(messages.at(-1)?.ts ?? 0),
    saying: saying.map(({ ts }) => Number(ts)),
  }
}
