import { useState } from 'react'
import type { Choice } from './options.ts'

/** From how many on one wants to search. */
const MANY = 8

type Props = {
  readonly id: string
  readonly label: string
  readonly describedBy: string | undefined
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  choose(values: string[]): void
}

/** Several of a list: ticks in a box that scrolls. */
export function ChoiceList({ id, label, describedBy, choices, chosen, choose }: Props) {
  const [filter, setFilter] = useState('')
  const shown = choices.filter(({ text }) => text.toLowerCase().includes(filter.toLowerCase()))
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands inside the fieldset of its block, and alone it has no legend
    <div className="choice-list" role="group" aria-label={label} aria-describedby={describedBy}>
      {choices.length > MANY && (
        <input
          type="search"
          placeholder="Search"
          aria-label={`Search in ${label}`}
          value={filter}
          onChange={({ target }) => setFilter(target.value)}
        />
      )}
      <div className="choice-scroll">
        {shown.map(({ text, value }, index) => (
          <label className="choice" key={value}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </div>
  )
}
