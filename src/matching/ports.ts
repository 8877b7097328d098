import type { AccountKey, ClientId } from '../lead/ids.ts'

/** A client as the search answers it. Texts are as people typed them into SingleOps. */
export type DirectoryClient = {
  readonly id: ClientId
  readonly name: string
  readonly firstName?: string
  readonly lastName?: string
  readonly companyName?: string
  readonly email?: string
  readonly phone?: string
  readonly mobile?: string
  readonly street?: string
  readonly unit?: string
  readonly city?: string
  readonly state?: string
  readonly postalCode?: string
  readonly archived: boolean
  readonly onHold: boolean
  readonly holdReason?: string
  readonly notice?: string
  /** A portal client that the office has not confirmed yet. */
  readonly unconfirmed: boolean
  /** Merged into another client: that one survives. */
  readonly mergedInto?: ClientId
}

export type ClientPage = {
  readonly clients: readonly DirectoryClient[]
  /** True when the page was full, so that there may be another one. */
  readonly mayHaveMore: boolean
}

export type SearchTerm = { readonly field: 'email' | 'phone'; readonly term: string }

/** SingleOps' client search: a prefix search over what people typed into a field. */
export type ClientDirectory = {
  /**
   * One page (from 1) of one term. Rejects with a `DirectoryError` when SingleOps did not answer the question; an empty page means
   * that it answered and knows nobody.
   */
  search(account: AccountKey, term: SearchTerm, page: number, signal: AbortSignal): Promise<ClientPage>
}
