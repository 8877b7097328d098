import type { Format } from '../../config/format.ts'
import { appToken, botToken } from '../../config/formats.ts'
import type { CheckResult } from '../../ops/check.ts'
import type { Answers, SetupParts } from './state.ts'

const WITHIN_MS = 15_000

const SIGNING_SECRET: Format = {
  expected: 'a signing secret',
  example: '32 hexadecimal digits',
  isValid: (value) => /^[0-9a-f]{32}$/u.test(value),
  advise: () => 'It has 32 characters: digits, and letters from a to f',
}

/** What is wrong at first sight is not sent to Slack: it may be somebody's password. */
function judgeForm(token: string | undefined, format: Format): CheckResult | undefined {
  if (token === undefined) return { ok: false, problem: 'Nothing was typed', remedy: 'Paste it.' }
  if (format.isValid(token)) return undefined
  return { ok: false, problem: `This is not ${format.expected}`, remedy: `${format.advise?.(token)}.` }
}

/** Tokens, each tried at once, then channels and the office's group out of lists. */
export async function askSlack(
  { prompts, probes }: SetupParts,
  answers: Answers,
  overSocket: boolean,
): Promise<void> {
  const slack = probes.slack(answers.get('SLACK_API_URL') ?? 'https://slack.com/api/')
  prompts.say('\nThe tokens stand on the pages of your app at https://api.slack.com/apps.')
  await askToken(
    'SLACK_BOT_TOKEN',
    'Bot User OAuth Token (xoxb-…, page "OAuth & Permissions")',
    botToken,
    (token) => slack.checkBotToken(token, AbortSignal.timeout(WITHIN_MS)),
  )
  if (overSocket) {
    await askToken(
      'SLACK_APP_TOKEN',
      'App-level token (xapp-…, page "Basic Information")',
      appToken,
      (token) => slack.checkAppToken(token),
    )
  } else {
    answers.set('SLACK_APP_TOKEN', undefined)
    await askToken(
      'SLACK_SIGNING_SECRET',
      'Signing Secret (page "Basic Information")',
      SIGNING_SECRET,
      async () => ({ ok: true, detail: 'it looks right; "npm run doctor" tries it once Leadhand runs' }),
    )
  }
  await askPlaces()

  async function askToken(
    name: string,
    question: string,
    format: Format,
    check: (token: string) => Promise<CheckResult>,
  ): Promise<void> {
    for (;;) {
      const known = answers.get(name)
      const token = (await prompts.secret(question, known !== undefined)) ?? known
      const result = judgeForm(token, format) ?? (await check(token ?? ''))
      if (result.ok) {
        answers.set(name, token)
        return prompts.say(`  ok: ${result.detail}`)
      }
      prompts.say(`  not ok: ${result.problem}. ${result.remedy}`)
      // Kept or typed, it is wrong: it is asked for anew.
      answers.set(name, undefined)
    }
  }

  async function askPlaces(): Promise<void> {
    const token = answers.get('SLACK_BOT_TOKEN') ?? ''
    const [channels, groups] = await Promise.all([slack.channels(token), slack.groups(token)])
    const offered = channels.map(({ id, name, isPrivate, isJoined }) => ({
      name: `#${name}${isPrivate ? ' (private)' : ''}${isJoined ? '' : ' – type /invite @Leadhand in it first'}`,
      value: id,
    }))
    const pick = async (
      name: string,
      question: string,
      choices: typeof offered,
      ifNone: string,
    ): Promise<void> => {
      const none = { name: `none: ${ifNone}`, value: '' }
      const known = answers.get(name) ?? ''
      // Several channels, or one that the app can't see: whoever wrote it knew why.
      const isOffered = known === '' || choices.some(({ value }) => value === known)
      const asItIs = isOffered ? [] : [{ name: `as it is now: ${known}`, value: known }]
      const chosen = await prompts.choose(question, [none, ...asItIs, ...choices], known)
      answers.set(name, chosen || undefined)
    }
    await pick('LEAD_CHANNEL', 'Which channel gets a card about each lead?', offered, 'no cards')
    await pick(
      'OFFICE_CHANNEL',
      'In which channel is the office asked about leads that need a person?',
      offered,
      'only whoever took the lead is asked',
    )
    await pick(
      'INTAKE_CHANNEL',
      'Is there a channel that gets emails with leads?',
      offered,
      'people use the menu of a message',
    )
    const handles = groups.map(({ id, handle }) => ({ name: `@${handle}`, value: id }))
    await pick(
      'OFFICE_GROUP',
      'Which user group is the office (who may decide about any lead)?',
      handles,
      'anybody may',
    )
  }
}
