import type { Draft, ShownClient, ShownMatch } from '../lead/draft.ts'
import type { Weighed } from '../lead/lead.ts'

/**
 * The clients that a draft can be for, one that was chosen before first. What the search says of that one is fresher: more may have been
 * typed since.
 */
export function knownClients({
  chosenClient,
  match,
}: Pick<Draft, 'chosenClient' | 'match'>): readonly ShownClient[] {
  const found = match?.shown ?? []
  if (!chosenClient) return found
  const again = found.find(({ id }) => id === chosenClient.id)
  return [again ?? chosenClient, ...found.filter(({ id }) => id !== chosenClient.id)]
}

/** What a choice was made of, without anything of the customers'. Warnings are left out: they quote SingleOps' notices. */
export function weighedBy(draft: Pick<Draft, 'chosenClient' | 'match'>): Weighed {
  return {
    clients: knownClients(draft).map(({ id, strength, reasons }) => ({ id, strength, reasons })),
    leads: draft.match?.memory?.leads.map(({ id }) => id) ?? [],
    complete: draft.match?.complete ?? false,
  }
}

/** A settled form has no use for other customers' names: whoever is forgotten later would stay in it. */
export function withoutMemory(match: ShownMatch | undefined): ShownMatch | undefined {
  if (!match) return undefined
  const { memory: _, ...rest } = match
  return rest
}
