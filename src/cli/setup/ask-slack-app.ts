import { publicUrl } from '../../config/formats.ts'
import { toHttpManifest } from '../../config/http-manifest.ts'
import { askText } from './ask-text.ts'
import type { Answers, SetupParts } from './state.ts'

/** How Slack reaches Leadhand, and how the app is made there if it isn't yet. Gives whether it is by Socket Mode. */
export async function askSlackApp(parts: SetupParts, answers: Answers): Promise<boolean> {
  const { prompts } = parts
  prompts.say('\nPart 1 of 3: Slack.')
  const overSocket = await prompts.choose(
    'How does Slack reach Leadhand?',
    [
      { name: 'Socket Mode: Leadhand calls Slack, no public address needed', value: true },
      { name: 'HTTP: Slack calls a public https address of ours', value: false },
    ],
    !answers.get('SLACK_SIGNING_SECRET') || Boolean(answers.get('SLACK_APP_TOKEN')),
  )
  const address = overSocket
    ? undefined
    : await askText(prompts, 'What is its address?', {
        known: answers.get('PUBLIC_URL'),
        format: publicUrl,
      })
  answers.set('PUBLIC_URL', address)
  const isMade = await prompts.choose(
    'Is the app already made in Slack?',
    [
      { name: 'not yet: show me how', value: false },
      { name: 'yes', value: true },
    ],
    Boolean(answers.get('SLACK_BOT_TOKEN')),
  )
  if (!isMade) {
    const path =
      address === undefined
        ? parts.manifest.path
        : parts.manifest.save(toHttpManifest(parts.manifest.text, address))
    prompts.say(stepsFor(path, overSocket))
    await prompts.confirm('Is it installed?', true)
  }
  return overSocket
}

const stepsFor = (manifestPath: string, overSocket: boolean): string => `
  1. Open https://api.slack.com/apps in a browser. Press "Create New App",
     then "From a manifest", and pick your workspace.
  2. Empty the box and paste everything that stands in this file (any text editor opens it):
       ${manifestPath}
  3. Press "Next" and "Create", then "Install to Workspace" and "Allow".
     If it says "Request to Install", an owner of your Slack has to approve it first.
  4. ${overSocket ? APP_TOKEN_STEP : SECRET_STEP}
  5. In Slack, type /invite @Leadhand in each channel that it shall use.
`

const APP_TOKEN_STEP = `On the page "Basic Information", under "App-Level Tokens", press "Generate Token and
     Scopes": any name, the scope connections:write.`
const SECRET_STEP = `The page "Basic Information" has the signing secret, under "App Credentials".
     Slack tries the address once Leadhand runs: then press "Retry" on the page
     "Event Subscriptions" if it says that the address is not verified.`
