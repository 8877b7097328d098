import { useEffect, useState } from 'react'
import { getJobs, getTasks } from '../api/singleops-api.ts'
import { useResource } from '../live/use-resource.ts'
import type { TourStep } from '../setting.ts'

/** True once SingleOps has more of what the step asks for than when it began. */
export function useStepDone(step: TourStep | undefined, version: number): boolean {
  const key = step?.id ?? ''
  const count = useResource(key, version, async () =>
    step?.doneBy === 'task' ? (await getTasks()).length : (await getJobs()).length,
  )
  const [start, setStart] = useState<{ key: string; count: number }>()
  useEffect(() => {
    if (count.value !== undefined && start?.key !== key) setStart({ key, count: count.value })
  }, [count.value, key, start])
  return start?.key === key && count.value !== undefined && count.value > start.count
}
