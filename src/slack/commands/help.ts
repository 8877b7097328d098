import { COMMAND } from '../ids.ts'

export function helpText(): string {
  return [
    '*Leadhand puts leads into SingleOps.*',
    `\`${COMMAND}\` opens the form.`,
    `\`${COMMAND} jane smith 770 555 0123 oak on fence, 200 main st marietta\` opens it filled in.`,
    `\`${COMMAND} find 770-555-0123\`, or an email, shows you what SingleOps and Leadhand know.`,
    'On a message with an email: *More actions* → *Create lead*.',
    "The app's *Home* lists what you have begun, what waits and what is done.",
    `\`${COMMAND} doctor\` checks the connections.`,
  ].join('\n')
}
