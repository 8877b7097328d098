import type { CatalogAnswer } from '../../app-setup.ts'
import type { Format } from '../../config/format.ts'
import { apiUserEmail, areaCode } from '../../config/formats.ts'
import { SettingsError } from '../../config/settings-error.ts'
import { askDefaults } from './ask-defaults.ts'
import { askText } from './ask-text.ts'
import { askZone } from './ask-zone.ts'
import type { Answers, SetupParts } from './state.ts'

type AccountCatalog = Extract<CatalogAnswer, { readonly ok: true }>['catalog']

const WITHIN_MS = 30_000

/** Clock, API user with a live try, then the account's own choices out of what SingleOps offers. */
export async function askSingleOps(parts: SetupParts, answers: Answers, account: string): Promise<void> {
  const { prompts, ownZone } = parts
  prompts.say("\nPart 2 of 3: SingleOps. The API user's email and token come from SingleOps support.")
  await askZone(prompts, answers, ownZone)
  const code = await askText(prompts, 'Area code for numbers with seven digits (empty: none)', {
    known: answers.get('DEFAULT_AREA_CODE'),
    format: areaCode,
    optional: true,
  })
  answers.set('DEFAULT_AREA_CODE', code)
  const catalog = await askApiUser(parts, answers)
  await askDefaults(prompts, answers, account, catalog)
  await askWhatSupportSaid()

  async function askWhatSupportSaid(): Promise<void> {
    const [known] = answers.config().singleops.accounts
    const stage = await askText(
      prompts,
      'Number of your lead visit stage (8 unless SingleOps support said another)',
      {
        known: String(known?.visitStageId),
        format: WHOLE_NUMBER,
      },
    )
    if (stage !== String(known?.visitStageId)) {
      answers.setInFile('accounts', account, 'visit_stage', Number(stage))
    }
    const seesMobile = await prompts.choose(
      "Does the API's phone search also look at mobile numbers?",
      [
        { name: 'no, or nobody knows: a mobile number is written under "phone", too', value: false },
        { name: 'yes, SingleOps support said so', value: true },
      ],
      known?.phoneSearchSeesMobile === true,
    )
    if (seesMobile !== (known?.phoneSearchSeesMobile === true)) {
      answers.setInFile('accounts', account, 'phone_search_sees_mobile', seesMobile)
    }
  }
}

const WHOLE_NUMBER: Format = {
  expected: 'a number',
  example: '8',
  isValid: (value) => /^[1-9]\d{0,8}$/u.test(value),
}

async function askApiUser({ prompts, probes }: SetupParts, answers: Answers): Promise<AccountCatalog> {
  for (;;) {
    const email = await askText(prompts, "API user's email", {
      known: answers.get('SINGLEOPS_USER_EMAIL'),
      format: apiUserEmail,
    })
    const known = answers.get('SINGLEOPS_USER_TOKEN')
    const token = (await prompts.secret("API user's token", known !== undefined)) ?? known
    answers.set('SINGLEOPS_USER_EMAIL', email)
    answers.set('SINGLEOPS_USER_TOKEN', token)
    try {
      const answer = await probes.readCatalog(answers.config(), AbortSignal.timeout(WITHIN_MS))
      if (answer.ok) {
        const { operations, customInputs } = answer.catalog
        const active = operations.filter((operation) => operation.active).length
        prompts.say(`  ok: ${active} active operations, ${customInputs.length} custom inputs`)
        return answer.catalog
      }
      prompts.say(`  not ok: ${answer.problem}. ${answer.remedy}.`)
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error
      prompts.say(`  not ok. ${error.message}`)
      // A mistake that stood here before can't be mended by asking on.
      if (error.problems.every(({ where }) => !where.startsWith('SINGLEOPS_USER'))) throw error
    }
    answers.set('SINGLEOPS_USER_TOKEN', undefined)
  }
}
