import { isObject, type JsonObject, objectsOf } from '../../workspace/json.ts'
import { inOrder } from '../text/in-order.ts'
import { TextObject } from '../text/text-object.tsx'
import { textOfObject } from '../text/text-of-object.ts'
import { Element } from './element.tsx'

export function SectionBlock({ block }: { readonly block: JsonObject }) {
  const { accessory } = block
  const fields = objectsOf(block.fields)
  return (
    <div className="block-section">
      <div className="section-text">
        <TextObject value={block.text} />
        {fields.length > 0 && (
          <div className="section-fields">
            {inOrder(fields).map(({ key, item }) => (
              <div key={key}>
                <TextObject value={item} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isObject(accessory) && (
        <div className="section-accessory">
          <Element block={block} element={accessory} label={textOfObject(block.text)} />
        </div>
      )}
    </div>
  )
}
