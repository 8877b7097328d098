import { type JsonValue, objectsOf } from '../json.ts'
import { buildFields, type FieldSet, stateValues } from './field-set.ts'

/** What people entered into elements of messages; each person has their own. */
export type MessageForms = {
  fieldsOf(userId: string, channelId: string, message: { ts: string; blocks?: JsonValue }): FieldSet
  /** By the message's `ts`, what this person entered there; messages that they left alone are left out. */
  touchedBy(userId: string): Record<string, ReturnType<typeof stateValues>>
}

export function createMessageForms(): MessageForms {
  const forms = new Map<string, { source: string; fields: FieldSet }>()
  return {
    fieldsOf(userId, channelId, message) {
      const key = `${userId} ${channelId} ${message.ts}`
      const blocks = objectsOf(message.blocks)
      const source = JSON.stringify(blocks)
      const known = forms.get(key)
      if (known?.source === source) return known.fields
      const fields = buildFields(blocks, known?.fields)
      forms.set(key, { source, fields })
      return fields
    },
    touchedBy(userId) {
      const touched = [...forms].filter(
        ([key, { fields }]) => key.startsWith(`${userId} `) && fields.values().some((field) => field.touched),
      )
      return Object.fromEntries(
        touched.map(([key, { fields }]) => [key.split(' ').at(-1) ?? '', stateValues(fields)]),
      )
    },
  }
}
