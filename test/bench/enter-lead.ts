import type { Caller } from './caller.ts'
import type { Contestant } from './contestant.ts'
import { fillView, type View } from './fill-view.ts'
import { newTrigger, slashCommand, viewSubmission } from './payloads.ts'

/** What a person waited for, ms; `ideal…`: what Slack and SingleOps themselves took of it, the round trips that nobody can save. */
export type LeadTimes = {
  readonly commandAckMs: number
  /** From `/lead` to the form. */
  readonly formMs: number
  readonly idealFormMs: number
  readonly submitAckMs: number
  /** From the submitted form to the choice of the client. */
  readonly matchMs: number
  readonly confirmAckMs: number
  /** From the confirming press to the job's arrival at SingleOps. */
  readonly postMs: number
  /** From the confirming press to "Created" before the person's eyes. */
  readonly createdMs: number
  readonly idealCreatedMs: number
}

/** One lead from `/lead` to "Created". */
export async function enterLead(app: Contestant, user: string, caller: Caller): Promise<LeadTimes> {
  const { line, slack, singleops } = app
  const trigger = newTrigger()
  const opened = slack.opened(trigger)
  const begunAt = performance.now()
  const { ackMs: commandAckMs } = await line.send(slashCommand(user, trigger))
  const form = await opened
  const definition = JSON.parse(form.json) as View

  const submittedAt = performance.now()
  const submitted = await line.send(
    viewSubmission(user, {
      id: form.viewId,
      rootId: form.viewId,
      definition,
      state: fillView(definition, caller.values),
    }),
  )
  const searching = viewIn(submitted.body)
  const match = searching.submit ? searching : await slack.updated(searching.external_id, '"submit"')
  const choice = 'json' in match ? (JSON.parse(match.json) as AckedView) : match
  const matchAt = 'atMs' in match ? match.atMs : performance.now()

  const posted = singleops.posted(caller.lastName)
  const confirmedAt = performance.now()
  const confirmed = await line.send(
    viewSubmission(user, {
      id: `${form.viewId}M`,
      rootId: form.viewId,
      definition: choice,
      state: fillView(choice, {}),
    }),
  )
  const result = viewIn(confirmed.body)
  const created = await slack.updated(result.external_id, '"Created"')
  const job = await posted
  return {
    commandAckMs,
    formMs: form.atMs - begunAt,
    idealFormMs: form.latencyMs,
    submitAckMs: submitted.ackMs,
    matchMs: matchAt - submittedAt,
    confirmAckMs: confirmed.ackMs,
    postMs: job.atMs - confirmedAt,
    createdMs: created.atMs - confirmedAt,
    idealCreatedMs: job.latencyMs + created.latencyMs,
  }
}

type AckedView = View & { readonly external_id: string; readonly submit?: object }

function viewIn(body: string): AckedView {
  const { view, ...rest } = JSON.parse(body || '{}') as { view?: AckedView }
  if (!view) throw new Error(`The app did not show the next view: ${JSON.stringify(rest)}`)
  return view
}

/** Many leads, `width` people at work at a time. */
export async function enterLeads(
  app: Contestant,
  count: number,
  width: number,
  caller: () => Caller,
  user: (index: number) => string,
): Promise<LeadTimes[]> {
  const times: LeadTimes[] = []
  let begun = 0
  async function work(): Promise<void> {
    while (begun < count) {
      begun += 1
      times.push(await enterLead(app, user(begun), caller()))
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, count) }, work))
  return times
}
