import { completeBlocks, completeTexts } from '../forms/complete-blocks.ts'
import { buildFields, type FieldSet, stateValues } from '../forms/field-set.ts'
import { newHash, newId } from '../ids.ts'
import { copyOf, isObject, type JsonObject, objectsOf, textOf } from '../json.ts'

/** A view that one person has open, or that person's Home. */
export type LiveView = {
  readonly id: string
  readonly userId: string
  readonly type: 'modal' | 'home'
  readonly rootId: string
  readonly previousId: string | null
  definition: JsonObject
  blocks: JsonObject[]
  fields: FieldSet
  hash: string
  errors: Record<string, string>
  banner: string | undefined
  submitting: boolean
}

export type ViewOwner = {
  readonly teamId: string
  readonly appId: string
  readonly botId: string
}

export function createView(
  definition: JsonObject,
  place: { userId: string; rootId?: string; previousId?: string },
  nowMs: number,
): LiveView {
  const id = newId('V')
  const blocks = completeBlocks(objectsOf(definition.blocks))
  return {
    id,
    userId: place.userId,
    type: definition.type === 'home' ? 'home' : 'modal',
    rootId: place.rootId ?? id,
    previousId: place.previousId ?? null,
    definition: completeDefinition(definition),
    blocks,
    fields: buildFields(blocks),
    hash: newHash(nowMs),
    errors: {},
    banner: undefined,
    submitting: false,
  }
}

/** Nothing of the old definition is kept: an app that leaves `private_metadata` or `callback_id` out has lost it. */
export function updateView(view: LiveView, definition: JsonObject, nowMs: number): void {
  view.definition = completeDefinition(definition)
  view.blocks = completeBlocks(objectsOf(definition.blocks))
  view.fields = buildFields(view.blocks, view.fields)
  view.hash = newHash(nowMs)
  view.errors = {}
  view.banner = undefined
}

/** The view as it stands in payloads and in answers of views.*. */
export function viewPayload(view: LiveView, owner: ViewOwner, hidePrefilled: boolean): JsonObject {
  const { definition } = view
  return {
    id: view.id,
    team_id: owner.teamId,
    type: view.type,
    ...(view.type === 'modal'
      ? {
          title: copyOf(definition.title ?? null),
          submit: copyOf(definition.submit ?? null),
          close: copyOf(definition.close ?? null),
        }
      : { title: { type: 'plain_text', text: 'View Title', emoji: true }, submit: null, close: null }),
    blocks: copyOf(view.blocks),
    callback_id: textOf(definition.callback_id) ?? '',
    private_metadata: textOf(definition.private_metadata) ?? '',
    external_id: externalId(view),
    state: { values: stateValues(view.fields, hidePrefilled) },
    hash: view.hash,
    clear_on_close: definition.clear_on_close === true,
    notify_on_close: definition.notify_on_close === true,
    root_view_id: view.rootId,
    previous_view_id: view.previousId,
    app_id: owner.appId,
    app_installed_team_id: owner.teamId,
    bot_id: owner.botId,
  }
}

export function externalId(view: LiveView): string {
  return textOf(view.definition.external_id) ?? ''
}

/** Text of a plain_text object in the definition: title, submit, close. */
export function caption(view: LiveView, key: 'title' | 'submit' | 'close'): string | undefined {
  const value = view.definition[key]
  return isObject(value) ? textOf(value.text) : undefined
}

function completeDefinition(definition: JsonObject): JsonObject {
  const completed = copyOf(definition)
  for (const key of ['title', 'submit', 'close']) completeTexts(completed[key] ?? null)
  return completed
}
