import type { WebClient } from '@slack/web-api'
import type { Check } from '../ops/check.ts'
import { callSlack } from './call-slack.ts'

/** What can be said about Slack's side of the app. */
export function slackChecks(
  client: WebClient,
  isListening: () => boolean,
): { ready: Check[]; reachable: Check[] } {
  return {
    ready: [
      {
        name: 'slack listener',
        run: async () =>
          isListening()
            ? { ok: true, detail: 'listening' }
            : {
                ok: false,
                problem: 'Slack can not reach the app yet.',
                remedy: 'It is still starting; wait a moment.',
              },
      },
    ],
    reachable: [
      {
        name: 'slack',
        run: async () => {
          const answer = await callSlack(() => client.auth.test())
          if (answer.ok) return { ok: true, detail: `connected to ${answer.value.team ?? 'the workspace'}` }
          return {
            ok: false,
            problem: `Slack answered "${answer.failure.code}".`,
            remedy: 'Check SLACK_BOT_TOKEN and whether this machine reaches slack.com.',
          }
        },
      },
    ],
  }
}
