import type { SharedEmail } from '../workspace/api.ts'

/** A fault of one of the sandboxes as its control API takes it. */
export type FaultBody = Readonly<Record<string, string | number | boolean>>

export type SampleEmail = { readonly name: string; readonly email: SharedEmail }

/** One stop of the guided tour. */
export type TourStep = {
  readonly id: string
  readonly title: string
  /** What this shows, in a sentence. */
  readonly about: string
  /** Who one is then, and where; by name. */
  readonly person: string
  readonly place: string
  /** What to do, in order. */
  readonly doing: readonly string[]
  /** Put into the composer on request. */
  readonly compose?: string
  /** Which sample email arrives on request. */
  readonly email?: string
  /** Faults of SingleOps that one switches on here, by the names that the faults panel has for them. */
  readonly fault?: string
  /** What SingleOps has to have more of since the step began for it to be done. */
  readonly doneBy: 'job' | 'task'
  /** What a new message at its place has to say, too: where the app learns later than SingleOps what became of it. */
  readonly says?: string
}

/** What one demo adds to the page. */
export type PageSetting = {
  readonly title: string
  /** Where emails arrive, by name. */
  readonly inbox: string
  readonly emails: readonly SampleEmail[]
  readonly tour: readonly TourStep[]
}
