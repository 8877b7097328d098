import { getTasks } from '../api/singleops-api.ts'
import { useResource } from '../live/use-resource.ts'

export function TaskList({ version }: { readonly version: number }) {
  const { value } = useResource('tasks', version, getTasks)
  if (!value || value.length === 0) return <p className="empty">{value ? 'No tasks yet.' : 'Loading…'}</p>
  return (
    <ul className="cards">
      {[...value].reverse().map((task) => (
        <li key={task.id}>
          <article className="record" aria-label={`Task ${task.id}`}>
            <h3>{task.name}</h3>
            <p className="record-line">
              {task.start ? `${task.start} – ${task.stop ?? ''}` : 'not scheduled'}
              {task.allDay && ' (all day)'}
            </p>
            <p>
              <span className="tag">{task.onSite ? 'on site' : 'not on site'}</span>{' '}
              <span className="tag">lead #{task.jobId}</span>
            </p>
            {task.notes !== '' && <pre>{task.notes}</pre>}
          </article>
        </li>
      ))}
    </ul>
  )
}
