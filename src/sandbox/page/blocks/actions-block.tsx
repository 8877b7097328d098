import { type JsonObject, objectsOf } from '../../workspace/json.ts'
import { textOfObject } from '../text/text-of-object.ts'
import { Element } from './element.tsx'

export function ActionsBlock({ block }: { readonly block: JsonObject }) {
  return (
    <div className="block-actions">
      {objectsOf(block.elements).map((element) => (
        <Element
          key={String(element.action_id)}
          block={block}
          element={element}
          label={textOfObject(element.placeholder) || String(element.action_id)}
        />
      ))}
    </div>
  )
}
