import type { HomeView, KnownBlock } from '@slack/types'
import type { HomeLists } from '../../intake/home.ts'
import type { LeadSummary } from '../../intake/ports.ts'
import type { Draft } from '../../lead/draft.ts'
import { button } from '../blocks/button.ts'
import { actions, context, divider, header, section } from '../blocks/layout.ts'
import { ACTIONS, COMMAND, VIEWS } from '../ids.ts'
import { accountLabel } from '../messages/account-name.ts'
import { shownName, toShownName } from '../messages/customer-name.ts'
import { draftName } from '../messages/draft-name.ts'
import { draftButtons } from '../messages/draft-reminder.ts'
import { leadButtons } from '../messages/lead-buttons.ts'
import { reachLinks } from '../messages/links.ts'
import { formatAccountMoment } from '../messages/local-time.ts'
import type { MessageContext } from '../messages/message.ts'
import { shownNeed } from '../messages/need.ts'
import { stateLine } from '../messages/state-words.ts'
import { emailsWithoutLead } from './emails-without-lead.ts'

export type HomeContext = MessageContext & {
  readonly userName?: string
  /** How long an unfinished draft is kept. */
  readonly unfinishedForMs: number
  /** Whether the person may decide about a lead: then it has its buttons. */
  readonly mayDecide: (lead: Pick<LeadSummary, 'taker'>) => boolean
  /** Why the person may not enter leads, in words. Unset: they may. */
  readonly refusal?: string
}

/** How many of each list Home has room for: 2 blocks for each of the first two kinds, one line for the others. */
export const HOME_SHOWN = { unfinished: 6, needsSomeone: 18, mine: 15, today: 9, withoutLead: 8 } as const

/**
 * The app's Home. Wording: what can be done first, then what waits for a person, the oldest first. Whatever the lists hold, it keeps
 * within Slack's hundred blocks and says what it left out.
 */
export function homeView(lists: HomeLists, ctx: HomeContext): HomeView {
  return {
    type: 'home',
    callback_id: VIEWS.home,
    blocks: [
      ...top(ctx),
      ...unfinishedDrafts(lists.unfinished, ctx),
      ...needsSomeone(lists.needsSomeone, ctx),
      ...emailsWithoutLead(lists.withoutLead ?? [], HOME_SHOWN.withoutLead),
      ...leadList('mine', 'Your open leads', lists.mine, HOME_SHOWN.mine, ctx),
      ...leadList('today', 'Today', lists.today, HOME_SHOWN.today, ctx),
      ...bottom(lists, ctx),
    ],
  }
}

function top({ userName, refusal }: HomeContext): KnownBlock[] {
  return [
    header(userName ? `Hello ${userName}` : 'Leads'),
    refusal
      ? section({ blockId: 'refused', text: refusal })
      : actions([button({ text: 'New lead', actionId: ACTIONS.newLead, style: 'primary' })], 'top'),
  ]
}

function unfinishedDrafts(drafts: readonly Draft[], ctx: HomeContext): KnownBlock[] {
  if (drafts.length === 0) return []
  const hours = Math.max(1, Math.round(ctx.unfinishedForMs / 3_600_000))
  return [
    divider(),
    header('Begun and not sent'),
    ...drafts
      .slice(0, HOME_SHOWN.unfinished)
      .flatMap((draft, at) => [
        section({ blockId: `draft-${at}`, text: draftLines(draft, ctx) }),
        ...(ctx.refusal ? [] : [actions(draftButtons(draft), `draft-buttons-${at}`)]),
      ]),
    context(
      [`Kept for ${hours} ${hours === 1 ? 'hour' : 'hours'}.${leftOut(drafts, HOME_SHOWN.unfinished)}`],
      'drafts-note',
    ),
  ]
}

function needsSomeone(leads: readonly LeadSummary[], ctx: HomeContext): KnownBlock[] {
  if (leads.length === 0) return []
  const oldestFirst = leads.toSorted((one, other) => one.stateSince - other.stateSince)
  return [
    divider(),
    header('Needs someone'),
    ...oldestFirst.slice(0, HOME_SHOWN.needsSomeone).flatMap((lead, at) => {
      const buttons = ctx.mayDecide(lead) ? leadButtons(lead, ctx.settings) : []
      return [
        section({ blockId: `needs-${at}`, text: leadLines(lead, ctx) }),
        ...(buttons.length > 0 ? [actions(buttons, `needs-buttons-${at}`)] : []),
      ]
    }),
    ...note('needs', leads, HOME_SHOWN.needsSomeone),
  ]
}

function leadList(
  key: string,
  title: string,
  leads: readonly LeadSummary[],
  shown: number,
  ctx: HomeContext,
): KnownBlock[] {
  if (leads.length === 0) return []
  return [
    divider(),
    header(title),
    ...leads
      .slice(0, shown)
      .map((lead, at) => section({ blockId: `${key}-${at}`, text: leadLines(lead, ctx) })),
    ...note(key, leads, shown),
  ]
}

function bottom(lists: HomeLists, { refusal }: HomeContext): KnownBlock[] {
  const isEmpty = Object.values(lists).every((list) => list.length === 0)
  return isEmpty && refusal === undefined
    ? [
        section({
          blockId: 'empty',
          text: `Nothing waits. Type \`${COMMAND}\` and what you heard, anywhere in Slack, or press *New lead*.`,
        }),
      ]
    : []
}

function draftLines(draft: Draft, ctx: HomeContext): string {
  const { need } = draft.entry
  const heading = [`*${toShownName(draftName(draft)) ?? 'No name yet'}*`, need && shownNeed(need, NEED_CAP)]
  const since = formatAccountMoment(draft.updatedAt, draft.account, ctx)
  return `${heading.filter(Boolean).join(' · ')}\nSince ${since}, not sent`
}

function leadLines(lead: LeadSummary, ctx: HomeContext): string {
  const heading = [
    `*${shownName(lead) ?? 'No name'}*`,
    reachLinks(lead.content.contact),
    stateLine(lead, ctx.settings),
  ]
  const small = [
    accountLabel(lead.account, ctx.settings),
    `<@${lead.taker}>`,
    formatAccountMoment(lead.confirmedAt, lead.account, ctx),
    lead.reference,
  ]
  return `${heading.filter(Boolean).join(' · ')}\n${small.filter(Boolean).join(' · ')}`
}

const NEED_CAP = 100

function note(key: string, list: readonly unknown[], shown: number): KnownBlock[] {
  const text = leftOut(list, shown).trim()
  return text ? [context([text], `${key}-note`)] : []
}

// The lists are cut where they are read, so how many there are in all is not known here.
const leftOut = (list: readonly unknown[], shown: number): string =>
  list.length > shown ? ` There are more: only ${shown} are shown here.` : ''
