import { readConfigFile } from '../../config/config-file.ts'
import { SettingsError } from '../../config/settings-error.ts'
import { askSingleOps } from './ask-singleops.ts'
import { askSlack } from './ask-slack.ts'
import { askSlackApp } from './ask-slack-app.ts'
import { askTestLead } from './ask-test-lead.ts'
import { BEFORE_YOU_START } from './before-you-start.ts'
import { createAnswers, type SetupParts } from './state.ts'

/** Asks everything that is needed, tries it, and keeps it part by part. Gives whether nothing stands against it. */
export async function runSetup(parts: SetupParts): Promise<boolean> {
  const { prompts, files, save } = parts
  const answers = createAnswers(parts)
  const accounts = [
    ...(readConfigFile(
      files.config ? 'leadhand.yml' : undefined,
      () => files.config,
    ).value.accounts?.keys() ?? []),
  ]
  const [account = 'main', ...others] = accounts
  prompts.say(BEFORE_YOU_START)
  try {
    const overSocket = await askSlackApp(parts, answers)
    await askSlack(parts, answers, overSocket)
    save(answers.files())
    if (others.length > 0) {
      prompts.say(
        '\nThe configuration file has several accounts: those are set there. See leadhand.example.yml.',
      )
    } else {
      await askSingleOps(parts, answers, account)
      save(answers.files())
      await askTestLead(parts, answers, account)
    }
    answers.config()
    save(answers.files())
    return true
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    prompts.say(`\nWhat you answered is kept, but Leadhand can't start with it. ${error.message}`)
    return false
  }
}
