import { parseDocument } from 'yaml'

const EVENTS_PATH = 'slack/events'

/** Where Slack posts to, from the public address that people know: with or without a slash at its end. */
export function requestUrlOf(publicUrl: string): string {
  return new URL(EVENTS_PATH, publicUrl.endsWith('/') ? publicUrl : `${publicUrl}/`).href
}

/** `slack-manifest.yml`, which is made for Socket Mode, for an app that Slack reaches at a public address; comments below its head stay. */
export function toHttpManifest(manifest: string, publicUrl: string): string {
  const document = parseDocument(manifest.replace(/^(?:#.*\n)+/u, ''))
  const url = requestUrlOf(publicUrl)
  const { features } = document.toJS() as {
    readonly features: { readonly slash_commands: readonly object[] }
  }
  for (const index of features.slash_commands.keys()) {
    document.setIn(['features', 'slash_commands', index, 'url'], url)
  }
  document.setIn(['settings', 'event_subscriptions', 'request_url'], url)
  document.setIn(['settings', 'interactivity', 'request_url'], url)
  document.setIn(['settings', 'interactivity', 'message_menu_options_url'], url)
  document.setIn(['settings', 'socket_mode_enabled'], false)
  return document.toString({ lineWidth: 0 })
}
