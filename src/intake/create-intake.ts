import type { ExtractInput, Extraction } from '../extract/extraction.ts'
import type { Draft, Entry } from '../lead/draft.ts'
import {
  type AccountKey,
  type DraftId,
  draftId,
  type LeadId,
  type OperationId,
  type UserId,
} from '../lead/ids.ts'
import type { Lead } from '../lead/lead.ts'
import type { OwnMemory } from '../lead/own-memory.ts'
import { present } from '../lead/present.ts'
import type { WakeUp } from '../lead/wake-up.ts'
import type { ClientDirectory } from '../matching/ports.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import { accountForChannel, accountOf } from './account.ts'
import { addNotes, type NotesAdded } from './add-notes.ts'
import { anotherSite } from './another-site.ts'
import { createDraft, type FormRequest, withDefaults } from './begin-form.ts'
import { changeForm, type FormChange } from './change-form.ts'
import type { Choice } from './client-choice.ts'
import { type Confirmation, confirmLead } from './confirm-lead.ts'
import { describeForm, type FormModel } from './describe-form.ts'
import { discardDraft } from './discard-draft.ts'
import { readInput } from './fill-in.ts'
import { type ContactFound, findContact, readContact } from './find-contact.ts'
import { type HomeLists, type HomeScope, listHome } from './home.ts'
import { createDraftKeeper } from './keep-drafts.ts'
import { matchAgain } from './match-again.ts'
import { draftToMend } from './mend-lead.ts'
import type { Catalog, DraftChange, DraftStore } from './ports.ts'
import { LEFT_FORMS_FOR_MS, numbersOf, OLDER_FOR_MS, rememberEntry } from './remember.ts'
import { searchAgain } from './search-again.ts'
import { type ClientSearch, createClientSearches, type OtherContact } from './search-clients.ts'
import type { AccountIntake, IntakeSettings } from './settings.ts'
import { keepMatch, type Submission, submitForm } from './submit-form.ts'
import { withEntry } from './with-entry.ts'

export type IntakeDeps = {
  readonly drafts: DraftStore
  readonly catalog: Catalog
  readonly directory: ClientDirectory
  readonly settings: IntakeSettings
  /** Epoch ms. */
  readonly now: () => number
  /** 0 ≤ n < 1. */
  readonly random: () => number
  /** A new UUIDv7. */
  readonly newId: () => string
  readonly log: Log
  /** Unset: nothing is counted. */
  readonly metrics?: Metrics
}

/** Everything that can be done with forms, from the first word to the confirmed lead. Rejects when the store did not do its part. */
export type Intake = {
  /** Reads a text or an email by the settings of the channel's account. Synchronous and without I/O. */
  read(input: ExtractInput, channel: string | undefined): Extraction
  /** A draft with the defaults that are in memory; not kept yet. */
  begin(request: FormRequest): Promise<Draft>
  /** A draft that mends a lead in trouble; not kept yet. */
  beginMending(lead: Lead, by: UserId, toMatch: boolean): Draft
  /** A form for the same client at another site. */
  requestForAnotherSite(lead: Lead, by: UserId): FormRequest
  /** Does not reject: a form that opened while the store was down is kept as soon as somebody asks for it. */
  keep(draft: Draft): Promise<void>
  /** What the form shows; undefined while the account's choices are not in memory: then `load` waits for them. */
  describe(draft: Draft): FormModel | undefined
  /** Waits for the account's choices and presets them. Rejects when SingleOps can't be asked. */
  load(draft: Draft, signal: AbortSignal): Promise<Draft>
  findDraft(id: DraftId): Promise<Draft | undefined>
  /** Keeps what an open form says after a change; resolves with the draft to show. */
  change(draft: Draft, entry: Entry, change: FormChange): Promise<Draft>
  /** Keeps anything else about an open form. */
  note(
    id: DraftId,
    change: Pick<DraftChange, 'offered' | 'prefilledByUpdate' | 'recalled' | 'editions'>,
  ): Promise<void>
  submit(draft: Draft, entry: Entry, takerName: string): Promise<Submission>
  /** What we ourselves remember of what a form says so far. */
  recall(draft: Draft): Promise<OwnMemory>
  /** The search for what a form says so far; undefined when there is nothing to search by. */
  search(draft: Draft): ClientSearch | undefined
  searchAgain(
    id: DraftId,
    by?: OtherContact,
  ): Promise<{ readonly draft: Draft; readonly search: ClientSearch } | undefined>
  keepMatch(
    draft: Pick<Draft, 'id' | 'revision'>,
    found: ReturnType<ClientSearch['soFar']>,
  ): Promise<Draft | undefined>
  confirm(request: {
    readonly draftId: DraftId
    readonly revision: number
    readonly choice: Choice
  }): Promise<Confirmation>
  /** Notes which client, or `new`, is ticked in the match of this revision. */
  tick(draft: Draft, value: string): Promise<Draft | undefined>
  /** Adds what a form says to a lead of ours that was shown for it. */
  addNotes(request: { readonly draftId: DraftId; readonly leadId: LeadId }): Promise<NotesAdded>
  /** The number or email that a text consists of; undefined when it says anything else. */
  readContact(text: string, channel: string | undefined): OtherContact | undefined
  /** Clients and leads with a number or email, account by account. */
  findContact(contact: OtherContact, channel: string | undefined): Promise<readonly ContactFound[]>
  /** Handler of `match-again`. */
  matchAgain(wakeUp: WakeUp, signal: AbortSignal): Promise<void>
  /** Forgets for good what is too old to be told, and forms that were left. */
  forgetOlder(): Promise<void>
  /** Marks a draft that has mended a lead. */
  settleMended(draft: Draft): Promise<void>
  discard(id: DraftId, by: UserId): Promise<boolean>
  home(user: UserId, scope: HomeScope): Promise<HomeLists>
  account(key: AccountKey): AccountIntake
  stop(): void
}

export function createIntake(deps: IntakeDeps): Intake {
  const { drafts, catalog, settings, now, log, metrics } = deps
  const searches = createClientSearches(deps)
  const keeper = createDraftKeeper(deps)
  const account = (key: AccountKey) => accountOf(settings, key)

  const withNumbers = (draft: Draft): Draft => ({
    ...draft,
    numbers: numbersOf(draft.entry, account(draft.account)),
  })

  async function presetChoices(draft: Draft): Promise<Draft> {
    const known = catalog.peek(draft.account)
    if (!known) return draft
    const last = await lastOperation(draft.taker, draft.account)
    return withDefaults(draft, account(draft.account), known, last)
  }

  /** It only presets: a form without it is better than none. */
  async function lastOperation(taker: UserId, key: AccountKey): Promise<OperationId | undefined> {
    try {
      return await drafts.lastOperation(taker, key)
    } catch (error) {
      log.warn({ err: error, taker, account: key }, 'last operation not read')
      return undefined
    }
  }

  return {
    read: (input, channel) => readInput(input, accountForChannel(settings, channel)),
    begin: (request) => presetChoices(createDraft(request, settings, draftId(deps.newId()), now())),
    beginMending: (lead, by, toMatch) =>
      draftToMend(lead, { by, toMatch, settings, id: deps.newId(), now: now() }),
    requestForAnotherSite: (lead, by) => anotherSite(lead, by, account(lead.account).country),
    async keep(draft) {
      await keeper.keep(withNumbers(draft))
      log.info({ ...stepOf(draft), wayIn: draft.wayIn }, 'form opened')
    },
    describe(draft) {
      const known = catalog.peek(draft.account)
      if (!known) return undefined
      return describeForm(draft, { settings, account: account(draft.account), catalog: known, now: now() })
    },
    async load(draft, signal) {
      await catalog.load(draft.account, signal)
      return presetChoices(draft)
    },
    findDraft: (id) => keeper.find(id),
    async change(draft, entry, change) {
      const last = new Map<AccountKey, OperationId>()
      if (change.kind === 'account') {
        const remembered = await lastOperation(draft.taker, change.account)
        if (remembered) last.set(change.account, remembered)
      }
      const changed = changeForm(withEntry(draft, entry), change, {
        settings,
        catalog: (key) => catalog.peek(key),
        lastOperation: (key) => last.get(key),
      })
      const { id, taker: _, createdAt: __, ...rest } = withNumbers(changed)
      // What is not in the changed draft any more must be taken away, not kept.
      const gone = { chosenClient: undefined, offered: undefined, match: undefined, recalled: undefined }
      // A form that was submitted meanwhile stays as it was submitted.
      await drafts.transaction(
        (tx) => tx.changeDraft(id, { ...gone, ...rest }, now(), draft.revision),
        'soon',
      )
      return changed
    },
    async note(id, change) {
      await drafts.transaction((tx) => tx.changeDraft(id, change, now()), 'soon')
    },
    async submit(draft, entry, takerName) {
      const submission = await submitForm(
        { draft, entry, takerName },
        { drafts, catalog, searches, settings, now },
      )
      log.info({ ...stepOf(draft), outcome: submission.kind }, 'form submitted')
      return submission
    },
    recall: (draft) => rememberEntry(draft, drafts.recall, { settings, now }),
    search: (draft) => (searches.canSearch(draft) ? searches.follow(draft) : undefined),
    searchAgain: (id, by) => searchAgain(present({ draftId: id, by }), { drafts, searches, now }),
    keepMatch: (draft, found) => keepMatch(draft.id, draft.revision, found, { drafts, settings, now }),
    async confirm(request) {
      const confirmation = await confirmLead(request, deps)
      logChoice(confirmation, deps.log)
      if (confirmation.kind === 'confirmed') {
        searches.forget(request.draftId)
        const { id: leadId, reference, draftId, account: key, taker, content, state } = confirmation.lead
        log.info(
          { leadId, reference, draftId, account: key, taker, client: content.client.kind, state },
          'lead confirmed',
        )
        metrics?.leadConfirmed(content.client.kind)
      } else {
        log.info({ draftId: request.draftId, outcome: confirmation.kind }, 'confirm changed nothing')
      }
      return confirmation
    },
    async tick({ id, revision, match }, ticked) {
      if (!match) return undefined
      return drafts.transaction(
        (tx) => tx.changeDraft(id, { match: { ...match, ticked } }, now(), revision),
        'soon',
      )
    },
    async addNotes(request) {
      const added = await addNotes(request, { drafts, settings, now })
      if (added.kind === 'added') {
        deps.log.info({ ...request, reference: added.lead.reference }, 'notes added to a lead')
        searches.forget(request.draftId)
      }
      return added
    },
    readContact: (text, channel) => readContact(text, channel, settings),
    findContact: (contact, channel) =>
      findContact(contact, channel, { drafts, search: searches.findContact, settings, now }),
    matchAgain: (wakeUp, signal) =>
      matchAgain(wakeUp, signal, {
        drafts,
        search: searches.findContact,
        settings,
        now,
        log: deps.log,
      }),
    async forgetOlder() {
      await drafts.forgetOlder(now() - OLDER_FOR_MS)
      for (;;) {
        const forms = await drafts.forgetForms(now() - LEFT_FORMS_FOR_MS)
        if (forms === 0) return
        log.info({ forms }, 'forms forgotten that were left')
      }
    },
    async settleMended(draft) {
      if (!draft.fixes) return
      await drafts.transaction((tx) =>
        tx.changeDraft(draft.id, present({ state: 'confirmed' as const, leadId: draft.fixes }), now()),
      )
      searches.forget(draft.id)
    },
    async discard(id, by) {
      const isDiscarded = await discardDraft({ id, by }, { drafts, now })
      log.info({ draftId: id, by, isDiscarded }, 'draft discarded')
      return isDiscarded
    },
    home: (user, scope) => listHome(user, scope, { drafts, settings, now }),
    account,
    stop: () => searches.stop(),
  }
}

/** Names a draft in the log; `fixes` is the lead that it mends. */
function stepOf({ id, account, taker, fixes }: Draft): object {
  return { draftId: id, account, taker, ...present({ leadId: fixes }) }
}

/** What was chosen and what it was made of: ids and reasons, nothing of the customers'. */
function logChoice(confirmation: Confirmation, log: Log): void {
  if (confirmation.kind !== 'confirmed' && confirmation.kind !== 'mends') return
  const { kind } = confirmation
  const { client, weighed } = kind === 'confirmed' ? confirmation.lead.content : confirmation.content
  const lead =
    kind === 'confirmed'
      ? { leadId: confirmation.lead.id, reference: confirmation.lead.reference }
      : { leadId: confirmation.draft.fixes }
  const chosen = client.kind === 'existing' ? client.id : client.kind
  log.info({ ...lead, chosen, shown: weighed }, 'client chosen')
}
