import { type KeyboardEvent, useId, useState } from 'react'
import type { CommandOutcome } from '../../workspace/api.ts'
import type { Command, Shortcut } from '../api/workspace-api.ts'
import type { PersonDesk } from '../live/person-desk.ts'
import type { Draft } from '../live/use-drafts.ts'
import { Menu } from '../menu/menu.tsx'
import { CommandList } from './command-list.tsx'

type Props = {
  readonly label: string
  readonly channel: string
  readonly threadTs?: string
  /** Empty where apps are not offered. */
  readonly commands: readonly Command[]
  readonly shortcuts: readonly Shortcut[]
  readonly desk: PersonDesk
  readonly draft: Draft
}

/** Writes messages and runs commands. */
export function Composer({ label, channel, threadTs, commands, shortcuts, desk, draft }: Props) {
  const { text, write } = draft
  const id = useId()
  const [state, setState] = useState<'idle' | 'busy'>('idle')
  const [note, setNote] = useState('')
  const [at, setAt] = useState(0)
  const [isDismissed, setDismissed] = useState(false)
  const offered =
    isDismissed || !/^\/\S*$/u.test(text) ? [] : commands.filter(({ command }) => command.startsWith(text))
  const active = offered[Math.min(at, offered.length - 1)]

  async function send() {
    const said = text.trim()
    if (said === '' || state === 'busy') return
    const [word = '', ...rest] = said.split(/\s/u)
    if (said.startsWith('/') && !commands.some(({ command }) => command === word)) {
      setNote(`${word} is not a command here.`)
      return
    }
    setState('busy')
    setNote('')
    write('')
    try {
      if (said.startsWith('/')) {
        await desk.run<CommandOutcome>('command', {
          command: word,
          text: said.slice(word.length).trim() || rest.join(' '),
          channel,
        })
      } else {
        await desk.run('post', {
          channel,
          text: said,
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        })
      }
    } catch {
      // Said by the desk; what was written is not lost.
      write((since) => [said, since].filter(Boolean).join('\n'))
    }
    setState('idle')
  }
  function keyDown(event: KeyboardEvent) {
    if (offered.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : offered.length - 1
      setAt((was) => (was + step) % offered.length)
    } else if (active && (event.key === 'Tab' || (event.key === 'Enter' && active.command !== text))) {
      event.preventDefault()
      write(`${active.command} `)
    } else if (event.key === 'Escape') setDismissed(true)
    else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault()
      void send()
    }
  }
  return (
    <div className="composer">
      {active && (
        <CommandList id={id} offered={offered} active={active} choose={(command) => write(`${command} `)} />
      )}
      <div className="composer-box">
        {shortcuts.length > 0 && (
          <Menu
            className="up"
            label="Shortcuts"
            caption="⚡"
            items={shortcuts.map(({ name, description, callback_id }) => ({
              text: name,
              note: description,
              run: () => void desk.run('globalShortcut', { callback_id }).catch(() => undefined),
            }))}
          />
        )}
        <textarea
          rows={1}
          role="combobox"
          aria-label={label}
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-commands`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-${active.command.slice(1)}` : undefined}
          placeholder={label}
          value={text}
          onChange={({ target }) => {
            write(target.value)
            setDismissed(false)
            setNote('')
          }}
          onKeyDown={keyDown}
        />
        <button
          type="button"
          className="button primary send"
          aria-busy={state === 'busy'}
          disabled={text.trim() === '' || state === 'busy'}
          onClick={() => void send()}
        >
          Send
        </button>
      </div>
      <p className="composer-note" role="status">
        {state === 'busy' ? 'Sending…' : note}
      </p>
    </div>
  )
}
