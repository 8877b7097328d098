import { createContext, useContext } from 'react'

/** How people, channels and groups are called, by id, and in which zone one reads times. */
export type Names = {
  user(id: string): string | undefined
  channel(id: string): string | undefined
  group(id: string): string | undefined
  readonly timeZone: string
}

const nobody: Names = {
  user: () => undefined,
  channel: () => undefined,
  group: () => undefined,
  timeZone: 'UTC',
}

export const NamesContext = createContext<Names>(nobody)
export const useNames = () => useContext(NamesContext)
