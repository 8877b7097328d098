import type { Outcome, SubmitOutcome } from '../api.ts'
import { CannotDoError } from '../errors.ts'
import type { Field } from '../forms/field-set.ts'
import { findField } from '../forms/find-field.ts'
import type { FieldValue, Surface } from '../user-actions.ts'
import { enteredValue } from './enter-value.ts'
import type { Person } from './person.ts'
import { type Scene, sceneOf } from './scene.ts'
import { dispatches, fieldResult, isTypedInto, sendAction } from './send-action.ts'
import { submitView } from './submit-view.ts'

/** See `UserActions.fill`. */
export async function fillFields(
  person: Person,
  values: Readonly<Record<string, FieldValue>>,
  where?: Surface,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [name, value] of Object.entries(values)) {
    // Looked up anew for each: the app may have changed the view in answer to the one before.
    const scene = sceneOf(person, where)
    const field = findField(scene.fields, name)
    const outcome = await enter(person, scene, field, value)
    if (outcome) outcomes.push(outcome)
  }
  return outcomes
}

/** Enters one value and tells the app when the element does that. */
export async function enter(
  person: Person,
  scene: Scene,
  field: Field,
  value: FieldValue,
): Promise<Outcome | undefined> {
  field.value = await enteredValue(person, scene, field, value)
  field.touched = true
  person.parts.changes.emit()
  return dispatches(field) ? sendAction(person, scene, field, fieldResult(field)) : undefined
}

/** See `UserActions.pressEnter`. */
export async function pressEnter(
  person: Person,
  name: string,
  where?: Surface,
): Promise<Outcome | SubmitOutcome> {
  const scene = sceneOf(person, where)
  const field = findField(scene.fields, name)
  if (!isTypedInto(field.element) || field.element.multiline === true) {
    throw new CannotDoError(`Enter in ${name} is no more than a line break or nothing at all.`)
  }
  if (dispatches(field, 'on_enter_pressed')) return sendAction(person, scene, field, fieldResult(field))
  return scene.kind === 'view' && scene.view.type === 'modal' ? submitView(person) : { ok: true, ackMs: 0 }
}
