import type { SetupProbes } from '../../app-setup.ts'
import type { Format } from '../../config/format.ts'
import { channelId, channelIds, userGroupId } from '../../config/formats.ts'
import { askText } from './ask-text.ts'
import type { Choice, Prompts } from './prompts.ts'
import type { Answers } from './state.ts'

type Slack = ReturnType<SetupProbes['slack']>

/** `code`: why not, in Slack's words. */
type Listed<Item> =
  | { readonly ok: true; readonly items: readonly Item[] }
  | { readonly ok: false; readonly code: string }

type Place = {
  readonly setting: string
  readonly question: string
  /** Undefined: Slack did not list them. */
  readonly offered: readonly Choice<string>[] | undefined
  readonly ifNone: string
  readonly format: Format
}

/** Channels and the office's group: out of Slack's lists, by their ids where it doesn't give them. */
export async function askPlaces(prompts: Prompts, slack: Slack, answers: Answers): Promise<void> {
  const token = answers.get('SLACK_BOT_TOKEN') ?? ''
  const channels = await listOrSay('channels', () => slack.channels(token))
  const groups = await listOrSay('user groups', () => slack.groups(token))
  const offered = channels?.map(({ id, name, isPrivate, isJoined }) => ({
    name: `#${name}${isPrivate ? ' (private)' : ''}${isJoined ? '' : ' – type /invite @Leadhand in it first'}`,
    value: id,
  }))
  await ask({
    setting: 'LEAD_CHANNEL',
    question: 'Which channel gets a card about each lead?',
    offered,
    ifNone: 'no cards',
    format: channelId,
  })
  await ask({
    setting: 'OFFICE_CHANNEL',
    question: 'In which channel is the office asked about leads that need a person?',
    offered,
    ifNone: 'only whoever took the lead is asked',
    format: channelId,
  })
  await ask({
    setting: 'INTAKE_CHANNEL',
    question: 'Is there a channel that gets emails with leads?',
    offered,
    ifNone: 'people use the menu of a message',
    format: channelIds,
  })
  await ask({
    setting: 'OFFICE_GROUP',
    question: 'Which user group is the office (who may decide about any lead)?',
    offered: groups?.map(({ id, handle }) => ({ name: `@${handle}`, value: id })),
    ifNone: 'anybody may',
    format: userGroupId,
  })

  async function listOrSay<Item>(
    what: string,
    list: () => Promise<Listed<Item>>,
  ): Promise<readonly Item[] | undefined> {
    for (;;) {
      const listed = await list()
      if (listed.ok) return listed.items
      prompts.say(`  not ok: Slack does not list its ${what} (${listed.code}).`)
      if (!(await prompts.confirm('Try again? (Otherwise you are asked for ids.)', true))) return undefined
    }
  }

  async function ask({ setting, question, offered: choices, ifNone, format }: Place): Promise<void> {
    const known = answers.get(setting) ?? ''
    if (!choices) {
      const typed = await askText(prompts, `${question} Its id (empty: ${ifNone})`, {
        known,
        format,
        optional: true,
      })
      answers.set(setting, typed)
      return
    }
    const none = { name: `none: ${ifNone}`, value: '' }
    // Several channels, or one that the app can't see: whoever wrote it knew why.
    const isOffered = known === '' || choices.some(({ value }) => value === known)
    const asItIs = isOffered ? [] : [{ name: `as it is now: ${known}`, value: known }]
    const chosen = await prompts.choose(question, [none, ...asItIs, ...choices], known)
    answers.set(setting, chosen || undefined)
  }
}
