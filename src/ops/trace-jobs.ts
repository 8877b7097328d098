import type { Tracing } from './tracing.ts'

type Handler<Job> = (job: Job, signal: AbortSignal) => Promise<void>

// Most jobs are about a lead, a message or a post by its id; what is no id may be a whole errand.
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/u

/** The same handlers, each run in a span of its own that names the row that it is about. */
export function traceJobs<Topic extends string, Job extends { readonly subject: string }>(
  tracing: Tracing,
  handlers: Readonly<Record<Topic, Handler<Job>>>,
): Readonly<Record<Topic, Handler<Job>>> {
  const traced = Object.entries<Handler<Job>>(handlers).map(([topic, handle]): [string, Handler<Job>] => [
    topic,
    (job, signal) =>
      tracing.span('job', `job ${topic}`, ID.test(job.subject) ? { subject: job.subject } : {}, () =>
        handle(job, signal),
      ),
  ])
  return Object.fromEntries(traced) as Record<Topic, Handler<Job>>
}
