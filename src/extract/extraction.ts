import type { Address } from '../lead/address.ts'
import type { Contact } from '../lead/contact.ts'

export type Mailbox = { readonly name?: string; readonly address?: string }

/** What is read. Decoded already: no Slack tokens, no entities. */
export type ExtractInput =
  | {
      readonly kind: 'text'
      readonly text: string
      /** A person said that it is a lead (`/lead …`, *Fill in*): it is read as one even where it says little. */
      readonly certain?: boolean
    }
  | {
      readonly kind: 'email'
      readonly subject?: string
      readonly from: readonly Mailbox[]
      readonly to: readonly Mailbox[]
      readonly cc: readonly Mailbox[]
      readonly replyTo?: Mailbox
      readonly date?: string
      /** Plain text of the body; where only HTML is known it stands in `html`. */
      readonly text?: string
      readonly html?: string
      readonly attachments: readonly {
        readonly name: string
        readonly url?: string
        readonly mediaType?: string
      }[]
    }

/** Our own facts: never the customer's. */
export type ExtractSettings = {
  /** `US`, `CA`. */
  readonly country: string
  /** For seven-digit numbers. */
  readonly areaCode?: string
  readonly ownDomains: readonly string[]
  readonly ownPhones: readonly string[]
  readonly ownNames: readonly string[]
}

export const FIELDS = [
  'firstName',
  'lastName',
  'companyName',
  'email',
  'phone',
  'mobile',
  'street',
  'unit',
  'city',
  'state',
  'postalCode',
  'notes',
  'source',
] as const
export type Field = (typeof FIELDS)[number]

/** Where a value came from and how sure it is. */
export type Evidence = {
  /** `sure`: said outright (a label, a layout). `likely`: the usual reading. `weak`: the form says "please check". */
  readonly confidence: 'sure' | 'likely' | 'weak'
  /** For people: "from the signature", "labelled Phone". */
  readonly origin: string
  /** The words it was read from. */
  readonly quote?: string
}

/** Several values that fit equally well: offered, never picked silently. */
export type Choice = {
  readonly field: 'phone' | 'address'
  readonly values: readonly { readonly value: string; readonly origin: string }[]
}

export type Extraction = {
  /** False for newsletters, receipts, chatter …: then everything else is empty. */
  readonly isLead: boolean
  readonly contact: Contact
  readonly address: Address
  /** What the customer wants, oldest first, without boilerplate; links to attachments last. */
  readonly notes?: string
  /** Where the lead came from, in loose words: "Angi", "web form". */
  readonly source?: string
  readonly evidence: Readonly<Partial<Record<Field, Evidence>>>
  readonly choices: readonly Choice[]
  /** The input was longer than what is read. */
  readonly cut: boolean
}
