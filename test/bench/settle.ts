import type { SlackStandIn } from './slack-stand-in.ts'

const QUIET_MS = 150

/** Resolves once the app has left Slack alone for a moment. */
export async function settle(slack: SlackStandIn): Promise<void> {
  const count = () => slack.calls.values().reduce((sum, calls) => sum + calls, 0)
  for (;;) {
    const before = count()
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
    if (count() === before) return
  }
}
