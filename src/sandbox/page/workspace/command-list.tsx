import type { Command } from '../api/workspace-api.ts'

type Props = {
  readonly id: string
  readonly offered: readonly Command[]
  readonly active: Command
  choose(command: string): void
}

/** The commands that begin with what was typed. */
export function CommandList({ id, offered, active, choose }: Props) {
  return (
    <div className="command-list" id={`${id}-commands`} role="listbox" aria-label="Commands">
      {offered.map(({ command, description, usage_hint }) => (
        <div
          key={command}
          id={`${id}-${command.slice(1)}`}
          role="option"
          tabIndex={-1}
          aria-selected={command === active.command}
          className="command"
          onMouseDown={(event) => {
            event.preventDefault()
            choose(command)
          }}
        >
          <p>
            <strong>{command}</strong> <span>{usage_hint}</span>
          </p>
          <small>{description}</small>
        </div>
      ))}
    </div>
  )
}
