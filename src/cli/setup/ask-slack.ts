import type { Format } from '../../config/format.ts'
import { appToken, botToken } from '../../config/formats.ts'
import type { CheckResult } from '../../ops/check.ts'
import { askPlaces } from './ask-places.ts'
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

/** Tokens, each tried at once, then where things are told. */
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
  await askPlaces(prompts, slack, answers)

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
}
