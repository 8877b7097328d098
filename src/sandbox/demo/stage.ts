import type { SingleOpsServer } from '../singleops/api.ts'
import type { DisplayedView, Message, UserActions, Workspace } from '../workspace/api.ts'
import type { Narrator } from './narrator.ts'

export type Stage = {
  readonly ws: Workspace
  readonly singleops: SingleOpsServer
  readonly tell: Narrator
}

/** Waits until the view on top says this, and tells it. */
export async function showView(
  { ws, tell }: Stage,
  person: UserActions,
  words: string,
): Promise<DisplayedView> {
  const view = await ws.waitFor(
    () => {
      const top = person.modal()
      return top?.text.includes(words) ? top : undefined
    },
    { what: `${person.name} to see "${words}"`, timeoutMs: 15_000 },
  )
  tell.sees(capitalise(person.name), view)
  return view
}

/** Waits for the newest message of a channel that says all this, and tells it. */
export async function showMessage(
  { ws, tell }: Stage,
  where: { readonly channel: string; readonly thread_ts?: string },
  ...words: readonly string[]
): Promise<Message> {
  const { channel, ...thread } = where
  const message = await ws.waitFor(
    () =>
      ws.messages(channel, thread).findLast((one) => {
        const text = JSON.stringify(one)
        return words.every((word) => text.includes(word))
      }),
    { what: `#${channel} to say "${words.join('" and "')}"`, timeoutMs: 15_000 },
  )
  tell.stands(thread.thread_ts ? `the thread in #${channel}` : `#${channel}`, message)
  return message
}

/** What SingleOps has now. */
export function showJob({ singleops, tell }: Stage): void {
  const job = singleops.jobs().at(-1)
  if (!job) return
  const task = singleops.tasks().find((one) => one.jobId === job.id)
  tell.record('SingleOps has', {
    job: `#${job.id} ${job.name}`,
    client: `#${job.clientId} ${job.clientName}`,
    status: job.stage,
    operation: job.operationName,
    notes: job.notes,
    ...Object.fromEntries(job.customValues.map(({ name, value }) => [name, value])),
    ...(task && { task: `${task.name}, ${task.start} to ${task.stop}` }),
  })
}

export const capitalise = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
