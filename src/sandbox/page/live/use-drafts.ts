import { useState } from 'react'

/** What somebody is writing at one place and has not sent yet. */
export type Draft = {
  readonly text: string
  write(text: string | ((now: string) => string)): void
}

export type DraftOf = (person: string, place: string, thread?: string) => Draft

/** Everybody finds what they were writing where they wrote it. */
export function useDrafts(): DraftOf {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  return (person, place, thread = '') => {
    const key = [person, place, thread].join(' ')
    return {
      text: texts[key] ?? '',
      write: (text) =>
        setTexts((known) => ({
          ...known,
          [key]: typeof text === 'string' ? text : text(known[key] ?? ''),
        })),
    }
  }
}
