import type { Outcome } from '../api.ts'
import { CannotDoError } from '../errors.ts'
import { isStateful } from '../forms/element-states.ts'
import { fieldKey } from '../forms/field-set.ts'
import { findOption, optionCaption, writtenOptions } from '../forms/find-field.ts'
import { type PlacedElement, placedElements } from '../forms/placed-elements.ts'
import { copyOf, isObject, type JsonObject, textOf } from '../json.ts'
import type { ClickTarget, Surface } from '../user-actions.ts'
import { enter } from './fill-fields.ts'
import type { Person } from './person.ts'
import { type Scene, sceneOf } from './scene.ts'
import { sendAction } from './send-action.ts'

type Target = PlacedElement & { readonly option?: string }

/** See `UserActions.click`. */
export async function clickElement(
  person: Person,
  target: ClickTarget,
  where?: Surface,
  options: { confirm?: boolean } = {},
): Promise<Outcome> {
  const scene = sceneOf(person, where)
  const { block, element, option } = findTarget(scene, target)
  if (options.confirm === false && isObject(element.confirm)) return { ok: true, ackMs: 0 }
  const field = scene.fields.get(fieldKey(String(block.block_id), String(element.action_id)))
  if (field && isStateful(element)) {
    if (option === undefined) throw new CannotDoError(`${field.actionId} is not clicked but filled.`)
    return (await enter(person, scene, field, option)) ?? { ok: true, ackMs: 0 }
  }
  return sendAction(person, scene, { block, element }, clickResult(element, option))
}

function clickResult(element: JsonObject, option: string | undefined): JsonObject {
  if (element.type === 'overflow') {
    const chosen = option === undefined ? undefined : findOption(writtenOptions(element), option)
    if (!chosen) throw new CannotDoError(`The menu ${String(element.action_id)} has no option "${option}".`)
    return { selected_option: copyOf(chosen) }
  }
  const kept = ['text', 'value', 'style', 'url'].filter((key) => element[key] !== undefined)
  return copyOf(Object.fromEntries(kept.map((key) => [key, element[key] ?? null])))
}

function findTarget(scene: Scene, target: ClickTarget): Target {
  const elements = placedElements(scene.blocks)
  const found = typeof target === 'string' ? byCaption(elements, target) : byIds(elements, target)
  const [only] = found
  if (only && found.length === 1) return only
  const wanted = typeof target === 'string' ? `"${target}"` : target.action_id
  const offered = elements.flatMap(({ element }) => captionsOf(element)).join(' · ')
  throw new CannotDoError(
    found.length === 0
      ? `There is nothing to click called ${wanted}. There is: ${offered || 'nothing'}.`
      : `${wanted} fits ${found.length} elements.`,
  )
}

function byCaption(elements: readonly PlacedElement[], caption: string): Target[] {
  return elements.flatMap((place): Target[] => {
    if (!captionsOf(place.element).includes(caption)) return []
    return [place.element.type === 'overflow' ? { ...place, option: caption } : place]
  })
}

function byIds(elements: readonly PlacedElement[], target: Exclude<ClickTarget, string>): Target[] {
  return elements
    .filter(({ element }) => element.action_id === target.action_id)
    .filter(({ block }) => target.block_id === undefined || block.block_id === target.block_id)
    .map((place) => (target.option === undefined ? place : { ...place, option: target.option }))
}

function captionsOf(element: JsonObject): string[] {
  if (element.type === 'overflow') return writtenOptions(element).map(optionCaption)
  const caption = isObject(element.text) ? textOf(element.text.text) : undefined
  return caption === undefined || isStateful(element) ? [] : [caption]
}
