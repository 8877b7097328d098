import { type JsonObject, objectsOf, textOf } from '../../workspace/json.ts'
import { TextObject, textOfObject } from '../text/text-object.tsx'

export function ContextBlock({ block }: { readonly block: JsonObject }) {
  return (
    <div className="block-context">
      {objectsOf(block.elements).map((element, index) =>
        element.type === 'image' ? (
          <img
            key={`${index} image`}
            src={textOf(element.image_url) ?? ''}
            alt={textOf(element.alt_text) ?? ''}
          />
        ) : (
          <div key={`${index} ${textOfObject(element)}`}>
            <TextObject value={element} />
          </div>
        ),
      )}
    </div>
  )
}
