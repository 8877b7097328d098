import { getJobs, getRequests, type RequestEntry, type SandboxJob } from '../api/singleops-api.ts'
import { useResource } from '../live/use-resource.ts'
import { CopyButton } from './copy-button.tsx'

/** The leads that came in, newest first, each with the request that made it. */
export function JobList({ version }: { readonly version: number }) {
  const read = useResource('jobs', version, async () => ({
    jobs: await getJobs(),
    requests: await getRequests(),
  }))
  const { jobs = [], requests = [] } = read.value ?? {}
  if (jobs.length === 0) return <p className="empty">{read.value ? 'No leads yet.' : 'Loading…'}</p>
  const posts = requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/jobs'))
  return (
    <ul className="cards">
      {[...jobs].reverse().map((job) => (
        <li key={job.id}>
          <Job job={job} request={requestOf(job, posts)} />
        </li>
      ))}
    </ul>
  )
}

function Job({ job, request }: { readonly job: SandboxJob; readonly request: RequestEntry | undefined }) {
  return (
    <article className="record" aria-label={`Lead ${job.id}`}>
      <h3>{job.clientName}</h3>
      <p className="record-line">
        #{job.id} · {job.name || 'no name'}
      </p>
      <p>
        <span className="tag">{job.stage}</span> <span className="tag">{job.operationName}</span>
      </p>
      {job.customValues.map(({ name, value }) => (
        <p key={name} className="record-line">
          {name}: {String(value)}
        </p>
      ))}
      {job.notes !== '' && <pre>{job.notes}</pre>}
      {request && (
        <details>
          <summary>The request that made it</summary>
          <CopyButton text={JSON.stringify(request.body, null, 2)} />
          <pre className="json">{JSON.stringify(request.body, null, 2)}</pre>
        </details>
      )}
    </article>
  )
}

/** SingleOps keeps no link from a job to its request: they have the same name and notes. */
function requestOf(job: SandboxJob, posts: readonly RequestEntry[]): RequestEntry | undefined {
  return posts.findLast(({ body }) => {
    const sent = (body as { job?: { name?: string; notes?: string } } | undefined)?.job
    return sent !== undefined && (sent.name ?? '') === job.name && (sent.notes ?? '') === job.notes
  })
}
