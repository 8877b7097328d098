import { readConfigFile } from '../../config/config-file.ts'
import { SettingsError } from '../../config/settings-error.ts'
import { askSingleOps } from './ask-singleops.ts'
import { askSlack } from './ask-slack.ts'
import { askTestLead } from './ask-test-lead.ts'
import { createAnswers, type Files, type SetupParts } from './state.ts'

/** Asks everything that is needed, tries it, and gives the files as they should be; undefined when something stands against it. */
export async function runSetup(parts: SetupParts): Promise<Files | undefined> {
  const { prompts, files } = parts
  const answers = createAnswers(parts)
  const accounts = [
    ...(readConfigFile(
      files.config ? 'leadhand.yml' : undefined,
      () => files.config,
    ).value.accounts?.keys() ?? []),
  ]
  const [account = 'main', ...others] = accounts
  prompts.say('Leadhand needs a few things from Slack and SingleOps. Nothing is written before the end.')
  try {
    await askSlack(parts, answers)
    if (others.length > 0) {
      prompts.say(
        '\nThe configuration file has several accounts: those are set there. See leadhand.example.yml.',
      )
    } else {
      await askSingleOps(parts, answers, account)
      await askTestLead(parts, answers, account)
    }
    answers.config()
    return answers.files()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    prompts.say(`\nNothing was written. ${error.message}`)
    return undefined
  }
}
