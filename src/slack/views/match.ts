import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types'
import { clientChoice } from '../../intake/client-choice.ts'
import { knownClients } from '../../intake/known-clients.ts'
import type { Draft, ShownClient } from '../../lead/draft.ts'
import { clientId } from '../../lead/ids.ts'
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
import { wholeWarnings, whyLine } from './why.ts'

/** Radio buttons hold ten: nine clients and *New client*. */
export const MOST_CANDIDATES = 9
export const NEW_CLIENT = 'new'

export type MatchContext = {
  readonly draft: Draft & { readonly prepared: Omit<LeadContent, 'client'> }
  readonly country: string
  /** Unset: they are not. */
  readonly notesAreInternal?: boolean
  readonly isSearching: boolean
  readonly showsAll: boolean
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
      ...preview(draft.prepared, {
        country: ctx.country,
        client: clientSoFar(ctx),
        notesAreInternal: ctx.notesAreInternal === true,
        all: ctx.showsAll,
        hints: linesToCheck(draft),
      }),
    ],
  }
}

/** Whom the lead is for as things stand; undefined where that is for the person or the search to say. */
function clientSoFar({ draft, isSearching }: MatchContext): ClientChoice | undefined {
  const ticked = initialChoice(draft)
  const isOpen = isSearching || draft.match?.failed === true || knownClients(draft).length > 0
  if (ticked === undefined && isOpen) return undefined
  const isNew = ticked === undefined || ticked === NEW_CLIENT
  return clientChoice(draft, isNew ? { kind: 'new' } : { kind: 'existing', id: clientId(ticked) })
}

/**
 * What is ticked: what the person has ticked, at first the client that was chosen before, else a strong and single one. Nobody, where what
 * was typed since then is somebody else's.
 */
export function initialChoice({ chosenClient, match }: Draft): string | undefined {
  const { ticked, preselected } = match ?? {}
  if (ticked !== undefined) return ticked
  const isSomebodyElse = chosenClient && preselected !== undefined && preselected !== chosenClient.id
  return isSomebodyElse ? undefined : (chosenClient?.id ?? preselected)
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
    ...incomplete(draft),
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

function incomplete({ match }: Draft): KnownBlock[] {
  if (!match?.failed && !match?.cutShort) return []
  const why = match.cutShort ?? 'SingleOps did not answer every question.'
  return [context([`:warning: ${escapeLine(why)} There may be more clients than these.`], 'incomplete')]
}

function choice(draft: Draft, clients: readonly ShownClient[]): KnownBlock[] {
  const shown = clients.slice(0, MOST_CANDIDATES)
  const options = [
    ...shown.map(candidateOption),
    option({ text: 'New client (none of these)', value: NEW_CLIENT }),
  ]
  const initial = options.find((one) => one.value === initialChoice(draft))
  const ticked = shown.find(({ id }) => id === initial?.value)
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
    ...wholeWarnings(ticked),
    ...differences(ticked),
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
      text: `:warning: *${escapeLine(draft.match?.cutShort ?? "SingleOps didn't answer.")}* Whether this client is known in SingleOps can't be said. Nothing is lost.`,
    }),
    ...(draft.fixes ? [context([KEPT], 'kept')] : []),
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

/** A lead that is mended is saved already: whoever decides later has only to close this. */
const saveForLater = (draft: Draft) =>
  draft.fixes ? [] : [button({ text: 'Save: decide later', actionId: ACTIONS.saveForLater, value: draft.id })]

const KEPT =
  'The lead is kept as it was. To decide later, close this: what you entered stays in *Home* under _Begun and not sent_.'

function candidateOption(client: ShownClient): PlainTextOption {
  return option({
    text: [client.name, client.line].filter(Boolean).join(' · '),
    value: client.id,
    description: whyLine(client, BLOCK_LIMITS.optionText),
  })
}

function candidateLines(client: ShownClient): string {
  const name = [client.name, client.line].filter(Boolean).join(' · ')
  return `*${escapeLine(name, 200)}*\n${escapeLine(whyLine(client, 200))}`
}
