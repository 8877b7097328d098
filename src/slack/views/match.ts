import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import { clientChoice } from '../../intake/confirm-lead.ts'
import { knownClients } from '../../intake/known-clients.ts'
import type { Draft, ShownClient } from '../../lead/draft.ts'
import type { ClientChoice, LeadContent } from '../../lead/lead.ts'
import { button } from '../blocks/button.ts'
import { input } from '../blocks/input.ts'
import { actions, context, section } from '../blocks/layout.ts'
import { BLOCK_LIMITS } from '../blocks/limits.ts'
import { option } from '../blocks/option.ts'
import { plain } from '../blocks/text.ts'
import { escapeLine } from '../escape.ts'
import { ACTIONS, VIEWS } from '../ids.ts'
import { differences } from './differences.ts'
import { preview } from './preview.ts'
import { linesToCheck } from './to-check.ts'

/** Radio buttons hold ten: nine clients and *New client*. */
export const MOST_CANDIDATES = 9
export const NEW_CLIENT = 'new'

export type MatchContext = {
  readonly draft: Draft & { readonly prepared: Omit<LeadContent, 'client'> }
  readonly country: string
  readonly isSearching: boolean
  readonly showsAll: boolean
  readonly notesAreInternal?: boolean
  /** Something to say above all else, e.g. that saving failed. */
  readonly notice?: string
  /** What Leadhand itself remembers; stands above what the search finds. */
  readonly remembered?: readonly KnownBlock[]
}

/** A pushed view's id is unknown to us: it is updated under this one. */
export function matchViewId(draft: Pick<Draft, 'id' | 'revision'>): string {
  return `${draft.id}:${draft.revision}`
}

/** Is it somebody we know? One view from "searching" to the choice. While it searches, it has no inputs: updates can't eat a choice. */
export function matchView(ctx: MatchContext): ModalView {
  const { draft } = ctx
  const canSubmit = !ctx.isSearching && !mustDecide(ctx)
  return {
    type: 'modal',
    callback_id: VIEWS.match,
    external_id: matchViewId(draft),
    private_metadata: draft.id,
    title: plain('Which client?', BLOCK_LIMITS.modalTitle),
    close: plain('Back', BLOCK_LIMITS.modalButton),
    ...(canSubmit && {
      submit: plain(`Create in ${draft.prepared.operation.name}`, BLOCK_LIMITS.modalButton),
    }),
    blocks: [
      ...(ctx.notice ? [section({ blockId: 'saving', text: plain(ctx.notice) })] : []),
      ...(ctx.remembered ?? []),
      ...(ctx.isSearching ? searching(ctx) : ended(ctx)),
      ...preview(
        { ...draft.prepared, client: tickedClient(draft) },
        {
          country: ctx.country,
          all: ctx.showsAll,
          internal: ctx.notesAreInternal === true,
          hints: linesToCheck(draft),
        },
      ),
    ],
  }
}

/** What is ticked: what the person has ticked, at first the client that was chosen before, else a strong and single one. */
export function initialChoice({ chosenClient, match }: Draft): string | undefined {
  return match?.ticked ?? chosenClient?.id ?? match?.preselected
}

/** What would be confirmed as it is ticked; a new client while nothing is. */
function tickedClient(draft: Draft): ClientChoice {
  const ticked = knownClients(draft).find(({ id }) => id === initialChoice(draft))
  const choice = ticked ? ({ kind: 'existing', id: ticked.id } as const) : ({ kind: 'new' } as const)
  return clientChoice(draft, choice) ?? { kind: 'new' }
}

// A failed search without a candidate offers no submit: "create" must not look like the usual way out.
function mustDecide({ draft }: MatchContext): boolean {
  return draft.match?.failed === true && knownClients(draft).length === 0
}

function searching({ draft }: MatchContext): KnownBlock[] {
  return [
    section({ blockId: 'searching', text: ':mag: Looking for this client in SingleOps…' }),
    ...knownClients(draft)
      .slice(0, MOST_CANDIDATES)
      .map((client) => section({ text: candidateLines(client) })),
  ]
}

function ended(ctx: MatchContext): KnownBlock[] {
  const { draft } = ctx
  const clients = knownClients(draft)
  if (mustDecide(ctx)) return failed(ctx)
  return [
    ...(draft.match?.failed ? [context([`:warning: ${FAILED_PARTLY}`], 'failed')] : []),
    ...(draft.match?.cutShort ? [context([escapeLine(draft.match.cutShort)], 'cut-short')] : []),
    ...(clients.length > 0 ? choice(draft, clients) : nobody(draft)),
    actions(
      [
        ...(draft.match?.failed ? [tryAgain(draft)] : []),
        button({ text: 'Try another number or email', actionId: ACTIONS.tryAnother, value: draft.id }),
        ...(draft.match?.failed ? saveForLater(draft) : []),
      ],
      'search-again',
    ),
  ]
}

const FAILED_PARTLY = 'SingleOps did not answer every question: there may be more clients than these.'

function choice(draft: Draft, clients: readonly ShownClient[]): KnownBlock[] {
  const shown = clients.slice(0, MOST_CANDIDATES)
  const options = [
    ...shown.map(candidateOption),
    option({ text: 'New client (none of these)', value: NEW_CLIENT }),
  ]
  const initial = options.find((one) => one.value === initialChoice(draft))
  const more = clients.length - shown.length
  return [
    input({
      blockId: choiceBlockId(draft),
      label: 'Is it one of these?',
      optional: false,
      // What differs from the client's record is shown for the one that is ticked.
      dispatch: true,
      element: {
        type: 'radio_buttons',
        action_id: ACTIONS.choice,
        options,
        ...(initial && { initial_option: initial }),
      },
    }),
    ...differences(shown.find(({ id }) => id === initial?.value)),
    ...(more > 0 ? [context([`${more} more: search again with another number or email.`], 'more')] : []),
    context([EFFECT], 'effect'),
  ]
}

const EFFECT =
  'A known client: *Estimate Unscheduled* in SingleOps. New client: *Unconfirmed Client* until the office confirms client and location.'

/** The choice belongs to one revision: an answer to an older one is dropped. */
export function choiceBlockId(draft: Pick<Draft, 'revision'>): string {
  return `choice|${draft.revision}`
}

function nobody({ match }: Draft): KnownBlock[] {
  return [
    section({
      blockId: 'nobody',
      text: match?.asked
        ? 'No client has this number or email. It will be a *new client*: *Unconfirmed Client* in SingleOps until the office confirms client and location.'
        : 'There is no number or email to search by. It will be a *new client*.',
    }),
    context(
      [
        "Names, addresses and further contacts' numbers can't be searched. Have we worked at this address before, maybe under another name?",
      ],
      'hint',
    ),
  ]
}

function failed({ draft }: MatchContext): KnownBlock[] {
  return [
    section({
      blockId: 'failed',
      text: `:warning: *SingleOps didn't answer.* Whether this client is known there can't be said. ${
        draft.fixes ? 'The lead stays kept as it is; you can come back later.' : 'Nothing is lost.'
      }`,
    }),
    actions(
      [
        tryAgain(draft),
        ...saveForLater(draft),
        button({ text: 'Create as new anyway', actionId: ACTIONS.createAnyway, value: draft.id }),
      ],
      'failed-search',
    ),
  ]
}

const tryAgain = (draft: Draft) =>
  button({ text: 'Try again', actionId: ACTIONS.tryAgain, value: draft.id, style: 'primary' })
// A lead that is mended is saved already.
const saveForLater = ({ id, fixes }: Draft) =>
  fixes ? [] : [button({ text: 'Save: decide later', actionId: ACTIONS.saveForLater, value: id })]

function candidateOption(client: ShownClient): PlainTextOption {
  return option({
    text: [client.name, client.line].filter(Boolean).join(' · '),
    value: client.id,
    description: why(client),
  })
}

function candidateLines(client: ShownClient): string {
  const name = [client.name, client.line].filter(Boolean).join(' · ')
  return `*${escapeLine(name, 200)}*\n${escapeLine(why(client), 200)}`
}

/** What is to know comes first: a phone cuts the end off. */
function why({ reasons, warnings }: ShownClient): string {
  return [...warnings.map((warning) => `⚠ ${warning}`), reasons.join(', ')].filter(Boolean).join(' · ')
}
