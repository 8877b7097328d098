import type { Queue } from '../delivery/ports.ts'
import type { Topic, WakeUp } from '../lead/wake-up.ts'

/** A wake-up that was taken up, and how often its handler has failed before. */
export type Claim = { readonly wakeUp: WakeUp; readonly tries: number }

/** `isMore`: something due was left, because its topic has no free slot. */
export type Claims = { readonly claims: readonly Claim[]; readonly isMore: boolean }

/** Where the queue finds its wake-ups, and where it writes what became of them. */
export type WakeUpSource = {
  /** Takes up what is due at `at`, oldest first, at most as many of a topic as `free` says, and none of `running`. */
  claimDue(at: number, free: ReadonlyMap<Topic, number>, running: readonly string[]): Promise<Claims>
  /**
   * When to look again by itself; undefined: nothing is waiting for a time. Asked with the same `at` as the look before: what fell due
   * since then was not seen by that look and must not be passed over.
   */
  msUntilNextLook(at: number): Promise<number | undefined>
  /** Done: its key is used up. It may be written a moment later; if the process dies before, the wake-up comes once more. */
  finish(claim: Claim): Promise<void>
  /** Its handler threw: it comes again at the time that is given back, epoch ms. */
  postpone(claim: Claim): Promise<number>
  /** Resolves when what is finished is written. */
  writeDown(): Promise<void>
  /** The last call. Claims that are neither finished nor postponed are left to come again. */
  letGo(): Promise<void>
  depth(now: number, running: readonly string[]): ReturnType<Queue['depth']>
}
