import { type JsonObject, objectsOf, textOf } from '../../workspace/json.ts'
import { inOrder } from '../text/in-order.ts'
import { TextObject } from '../text/text-object.tsx'

export function ContextBlock({ block }: { readonly block: JsonObject }) {
  return (
    <div className="block-context">
      {inOrder(objectsOf(block.elements)).map(({ key, item: element }) =>
        element.type === 'image' ? (
          <img key={key} src={textOf(element.image_url) ?? ''} alt={textOf(element.alt_text) ?? ''} />
        ) : (
          <div key={key}>
            <TextObject value={element} />
          </div>
        ),
      )}
    </div>
  )
}
