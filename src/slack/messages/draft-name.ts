import type { Draft } from '../../lead/draft.ts'

/** How a person recognises a draft: the customer's name as typed, if there is one. Not escaped. */
export function draftName({
  entry,
  chosenClient,
}: Pick<Draft, 'entry' | 'chosenClient'>): string | undefined {
  const person = [entry.firstName, entry.lastName].filter(Boolean).join(' ')
  return [person, entry.name, entry.companyName, chosenClient?.name].find((name) => name?.trim())?.trim()
}
