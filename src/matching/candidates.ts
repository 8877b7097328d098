import type { Address } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'
import type { ClientId } from '../lead/ids.ts'
import { newFacts } from './differences.ts'
import type { DirectoryClient } from './ports.ts'
import { type Reason, type Score, STRENGTHS, type Strength, scoreClient, type Wanted } from './score.ts'

export type WarningKind = 'archived' | 'hold' | 'notice' | 'unconfirmed' | 'merged'
export type Warning = { readonly kind: WarningKind; readonly text: string }

/** A client that may be the one, with why and what to know. Texts are for the person who decides, not for cards. */
export type Candidate = {
  readonly client: DirectoryClient
  readonly strength: Strength
  readonly score: number
  readonly reasons: readonly Reason[]
  readonly warnings: readonly Warning[]
  /** What the client's record lacks, one line each ("New mobile: …"). */
  readonly newFacts: readonly string[]
}

type Found = {
  readonly client: DirectoryClient
  readonly score: Score
  readonly mergedFrom?: DirectoryClient
}

// Whoever only shares the beginning of a text is kept for a name or address that is said later; in a big account they are many.
const MOST_OTHERS = 500

/** Clients as the pages bring them, merged by id; those that only share the beginning of a text are no candidates. */
export class CandidateList {
  readonly #wanted: Wanted
  readonly #clients = new Map<ClientId, { client: DirectoryClient; score: Score }>()
  readonly #others = new Map<ClientId, DirectoryClient>()
  // Not candidates themselves, but a record that was merged into them may be found yet.
  readonly #mergedInto = new Map<ClientId, DirectoryClient>()

  /** Begins with the clients of another list. */
  constructor(wanted: Wanted, from?: CandidateList) {
    this.#wanted = wanted
    if (!from) return
    for (const { client } of from.#clients.values()) this.add(client)
    for (const client of from.#others.values()) this.add(client)
  }

  /** True when that changed what is shown. */
  add(client: DirectoryClient): boolean {
    if (this.#clients.has(client.id)) return false
    const score = scoreClient(this.#wanted, client)
    if (!score) {
      if (this.#others.size < MOST_OTHERS) this.#others.set(client.id, client)
      return false
    }
    this.#clients.set(client.id, { client, score })
    if (client.mergedInto) this.#mergedInto.set(client.id, client)
    return true
  }

  /** The same clients, judged by another name or address. */
  judgedBy(contact: Contact, address: Address): CandidateList {
    const wanted = { ...this.#wanted, contact, address }
    return JSON.stringify(wanted) === JSON.stringify(this.#wanted) ? this : new CandidateList(wanted, this)
  }

  /** Best first: by strength, then points, then the longest known. */
  ranked(): Candidate[] {
    return withoutAmbiguity(this.#withSurvivors(), this.#wanted)
      .map((one) => toCandidate(one, this.#wanted))
      .toSorted(
        (a, b) =>
          STRENGTHS.indexOf(a.strength) - STRENGTHS.indexOf(b.strength) ||
          b.score - a.score ||
          Number(a.client.id) - Number(b.client.id),
      )
  }

  // A merged record can't take a lead; whoever it was merged into stands in its place, with the better of both scores.
  #withSurvivors(): Found[] {
    const found = new Map<ClientId, Found>()
    for (const { client, score } of this.#clients.values()) {
      if (!client.mergedInto) offer(found, client.id, { client, score })
    }
    for (const merged of this.#mergedInto.values()) {
      const id = this.#survivorOf(merged)
      const score = this.#clients.get(merged.id)?.score
      if (!score) continue
      const survivor = this.#clients.get(id)?.client
      if (survivor) offer(found, id, { client: survivor, score, mergedFrom: merged })
      else
        offer(found, id, {
          client: toUnknownSurvivor(merged, id),
          score: capAtLikely(score),
          mergedFrom: merged,
        })
    }
    return [...found.values()]
  }

  // Merged again, and again. SingleOps should have no circles, but one must not hang a search.
  #survivorOf(merged: DirectoryClient): ClientId {
    const seen = new Set([merged.id])
    let id = merged.mergedInto ?? merged.id
    while (!seen.has(id)) {
      seen.add(id)
      id = this.#mergedInto.get(id)?.mergedInto ?? id
    }
    return id
  }
}

function offer(found: Map<ClientId, Found>, id: ClientId, one: Found): void {
  const known = found.get(id)
  if (!known || rankOf(one.score) > rankOf(known.score)) found.set(id, one)
}

const rankOf = ({ strength, score }: Score): number => score - 1000 * STRENGTHS.indexOf(strength)

const capAtLikely = (score: Score): Score =>
  score.strength === 'strong' ? { ...score, strength: 'likely' } : score

// Only its number is known, as the search can't ask by number; what the merged record says may be out of date.
function toUnknownSurvivor(merged: DirectoryClient, id: ClientId): DirectoryClient {
  const { mergedInto: _, ...facts } = merged
  return { ...facts, id, archived: false, onHold: false, unconfirmed: false }
}

function toCandidate({ client, score, mergedFrom }: Found, wanted: Wanted): Candidate {
  return {
    client,
    strength: score.strength,
    score: score.score,
    reasons: score.reasons,
    warnings: warningsOf(client, mergedFrom),
    newFacts: newFacts(wanted.contact, wanted.address, client, wanted.country),
  }
}

/**
 * A switchboard, a family, a property manager: when others have the very same number or email, it alone proves nobody. And of two whom
 * everything fits, such as a client who was entered twice, neither is proved.
 */
function withoutAmbiguity(found: readonly Found[], { contact }: Wanted): Found[] {
  const hasExtension = [contact.mobile, contact.phone].some((number) => number?.includes(' ext '))
  const sharesLine = ({ isExact, isSameLine }: Score) => isExact || (isSameLine && !hasExtension)
  const judged = found.map((one) => {
    const isShared = found.some(({ client, score }) => client.id !== one.client.id && sharesLine(score))
    return isShared && !one.score.isConfirmed ? { ...one, score: capAtLikely(one.score) } : one
  })
  const strong = judged.filter(({ score }) => score.strength === 'strong')
  return strong.length > 1 ? judged.map((one) => ({ ...one, score: capAtLikely(one.score) })) : judged
}

function warningsOf(client: DirectoryClient, mergedFrom: DirectoryClient | undefined): Warning[] {
  const warnings: Warning[] = []
  if (mergedFrom && mergedFrom.name !== client.name) {
    warnings.push({ kind: 'merged', text: `${mergedFrom.name} was merged into this client` })
  } else if (mergedFrom) {
    warnings.push({ kind: 'merged', text: `merged: client ${mergedFrom.id} is now client ${client.id}` })
  }
  if (client.archived) warnings.push({ kind: 'archived', text: 'archived' })
  if (client.onHold) {
    warnings.push({ kind: 'hold', text: client.holdReason ? `on hold: ${client.holdReason}` : 'on hold' })
  }
  if (client.notice) warnings.push({ kind: 'notice', text: `notice: ${client.notice}` })
  if (client.unconfirmed) warnings.push({ kind: 'unconfirmed', text: 'not confirmed by the office yet' })
  return warnings
}
