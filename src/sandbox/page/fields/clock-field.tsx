import { useState } from 'react'
import type { FieldProps } from './field-props.ts'

/** While the year is typed, the browser gives 0002, then 0020 and 0202. */
const FIRST_YEAR = '1000'

type Props = FieldProps & { readonly type: 'date' | 'time' | 'datetime-local'; readonly shown: string }

/** What is picked or typed into the parts of a date or time. */
export function ClockField({ type, shown, id, label, enter, aria, hasFocus }: Props) {
  // Half a date must stay in the field, and is nobody's business yet.
  const [typed, setTyped] = useState<string>()

  function change(next: string) {
    setTyped(next)
    const isBegun = type !== 'time' && next !== '' && next < FIRST_YEAR
    if (!isBegun) enter(next || null, next || null, true)
  }
  return (
    <input
      type={type}
      id={id}
      aria-label={label}
      data-focus-on-load={hasFocus || undefined}
      value={typed ?? shown}
      onBlur={() => setTyped(undefined)}
      max={type === 'date' ? '9999-12-31' : type === 'time' ? undefined : '9999-12-31T23:59'}
      onChange={({ target }) => change(target.value)}
      {...aria}
    />
  )
}
