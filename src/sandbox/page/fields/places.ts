import { createContext, useContext } from 'react'
import type { Choice } from './options.ts'

/** The people and channels that a person can pick. */
export type Places = { readonly users: readonly Choice[]; readonly channels: readonly Choice[] }

export const PlacesContext = createContext<Places>({ users: [], channels: [] })

export function usePlacesFor(elementType: string): readonly Choice[] {
  const { users, channels } = useContext(PlacesContext)
  if (elementType.includes('users')) return users
  return elementType.includes('channels') ? channels : [...channels, ...users]
}
