import { parse } from 'yaml'
import { isObject, type JsonObject, objectsOf, textOf } from './json.ts'
import { describeProblem } from './validate/problem.ts'
import { validateManifest } from './validate/validate-manifest.ts'

export type ShortcutDefinition = {
  readonly name: string
  readonly description: string
  readonly callback_id: string
  readonly type: 'global' | 'message'
}
export type CommandDefinition = {
  readonly command: string
  readonly description: string
  readonly usage_hint: string
  readonly should_escape: boolean
}

/** What the manifest makes of the app; the addresses in it are left out. */
export type AppDefinition = {
  readonly name: string
  readonly botName: string
  readonly commands: readonly CommandDefinition[]
  readonly shortcuts: readonly ShortcutDefinition[]
  readonly events: ReadonlySet<string>
  readonly scopes: ReadonlySet<string>
  readonly interactive: boolean
  readonly homeTab: boolean
  readonly messagesTab: boolean
  /** People can't write to the app. */
  readonly messagesTabReadOnly: boolean
}

/**
 * Takes a parsed manifest or its text; YAML includes JSON. Throws for one that Slack would refuse, with `strictScopes` also for one whose
 * features need scopes that it lacks.
 */
export function readManifest(source: JsonObject | string, { strictScopes = true } = {}): AppDefinition {
  const manifest: unknown = typeof source === 'string' ? parse(source) : source
  if (!isObject(manifest)) throw new Error('The manifest is no object.')
  const problems = validateManifest(manifest, { scopes: strictScopes })
  if (problems.length > 0) {
    throw new Error(
      `Slack would refuse the manifest: ${problems.map((found) => describeProblem(found)).join('; ')}`,
    )
  }
  const name = textOf(section(manifest, 'display_information').name) ?? ''
  const features = section(manifest, 'features')
  const settings = section(manifest, 'settings')
  const home = section(features, 'app_home')
  return {
    name,
    botName: textOf(section(features, 'bot_user').display_name) ?? name,
    commands: objectsOf(features.slash_commands).map((command) => ({
      command: textOf(command.command) ?? '',
      description: textOf(command.description) ?? '',
      usage_hint: textOf(command.usage_hint) ?? '',
      should_escape: command.should_escape === true,
    })),
    shortcuts: objectsOf(features.shortcuts).map((shortcut) => ({
      name: textOf(shortcut.name) ?? '',
      description: textOf(shortcut.description) ?? '',
      callback_id: textOf(shortcut.callback_id) ?? '',
      type: shortcut.type === 'message' ? 'message' : 'global',
    })),
    events: new Set(stringsOf(section(settings, 'event_subscriptions').bot_events)),
    scopes: new Set(stringsOf(section(section(manifest, 'oauth_config'), 'scopes').bot)),
    interactive: section(settings, 'interactivity').is_enabled === true,
    homeTab: home.home_tab_enabled === true,
    messagesTab: home.messages_tab_enabled !== false,
    messagesTabReadOnly: home.messages_tab_read_only_enabled === true,
  }
}

function section(parent: JsonObject, key: string): JsonObject {
  const value = parent[key]
  return isObject(value) ? value : {}
}

function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
