import { isObject, type JsonValue } from '../../workspace/json.ts'
import { showEmoji } from './emoji.ts'
import { Mrkdwn } from './mrkdwn.tsx'

/** A `plain_text` or `mrkdwn` object. */
export function TextObject({ value }: { readonly value: JsonValue | undefined }) {
  if (!isObject(value) || typeof value.text !== 'string') return null
  if (value.type === 'mrkdwn') return <Mrkdwn text={value.text} />
  return <span className="plain-text">{showEmoji(value.text)}</span>
}
