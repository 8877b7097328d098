import { type JsonValue, objectsOf } from '../json.ts'
import { buildFields, type FieldSet } from './field-set.ts'

/** What people entered into elements of messages; each person has their own. */
export type MessageForms = {
  fieldsOf(userId: string, channelId: string, message: { ts: string; blocks?: JsonValue }): FieldSet
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
  }
}
