import { isObject, type JsonObject, type JsonValue } from '../json.ts'
import { type Check, type Fields, type Findings, listOf, oneOf, record, report, string } from './check.ts'
import type { Problem } from './problem.ts'

/** Checks the named fields and lets others be: Slack adds new ones faster than anybody here would learn of them. */
function loose(required: Fields, optional: Fields = {}): Check {
  return (value, at, findings) => {
    if (!isObject(value)) return report(findings, 'should be object', at)
    const known = Object.entries(value).filter(([key]) => key in required || key in optional)
    record(required, optional)(Object.fromEntries(known), at, findings)
  }
}

const anything: Check = () => undefined

/** Only the root is closed in Slack's own schema. */
const manifest = record(
  {
    display_information: loose(
      { name: string({ min: 1, max: 35 }) },
      { description: string({ max: 140 }), long_description: string({ min: 175, max: 4000 }) },
    ),
  },
  {
    _metadata: anything,
    features: loose(
      {},
      {
        bot_user: loose({ display_name: string({ min: 1, max: 80 }) }),
        shortcuts: listOf(
          loose({
            name: string({ min: 1, max: 24 }),
            description: string({ min: 1, max: 150 }),
            callback_id: string({ min: 1, max: 255 }),
            type: oneOf('message', 'global'),
          }),
          { max: 10 },
        ),
        slash_commands: listOf(
          loose(
            {
              command: string({ min: 2, max: 32, form: /^\/\S+$/u }),
              description: string({ min: 1, max: 2000 }),
            },
            { usage_hint: string({ max: 1000 }) },
          ),
          { max: 50 },
        ),
      },
    ),
    oauth_config: anything,
    settings: anything,
    functions: anything,
    workflows: anything,
    datastores: anything,
    types: anything,
    outgoing_domains: anything,
    external_auth_providers: anything,
    mcp_servers: anything,
  },
)

/** Event subscription → the scope without which Slack does not send it. */
const EVENT_SCOPES: Readonly<Record<string, string>> = {
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  app_mention: 'app_mentions:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
}

/** Faults for which Slack would not make the app; with `scopes` also what its features need and it does not ask for. */
export function validateManifest(
  value: JsonObject,
  { scopes: checksScopes }: { scopes: boolean },
): Problem[] {
  const findings: Findings = { surface: 'modal', problems: [] }
  manifest(value, '', findings)
  if (checksScopes) checkScopes(value, findings)
  return findings.problems
}

function checkScopes(value: JsonObject, findings: Findings): void {
  const scopes = at(value, 'oauth_config', 'scopes', 'bot')
  const has = (scope: string) => Array.isArray(scopes) && scopes.includes(scope)
  const isThere = (part: JsonValue | undefined) => Array.isArray(part) && part.length > 0
  const needsCommands =
    isThere(at(value, 'features', 'slash_commands')) || isThere(at(value, 'features', 'shortcuts'))
  if (needsCommands && !has('commands')) report(findings, 'commands is needed', '/oauth_config/scopes/bot')
  if (
    isThere(at(value, 'features', 'shortcuts')) &&
    at(value, 'settings', 'interactivity', 'is_enabled') !== true
  ) {
    report(findings, 'shortcuts need interactivity', '/settings/interactivity')
  }
  const events = at(value, 'settings', 'event_subscriptions', 'bot_events')
  for (const event of Array.isArray(events) ? events : []) {
    const scope = EVENT_SCOPES[String(event)]
    if (scope !== undefined && !has(scope)) {
      report(findings, `${scope} is needed for ${String(event)}`, '/oauth_config/scopes/bot')
    }
  }
}

function at(value: JsonObject, ...path: string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((part, key) => (isObject(part) ? part[key] : undefined), value)
}
