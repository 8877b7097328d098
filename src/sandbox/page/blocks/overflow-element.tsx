import { type JsonObject, objectsOf } from '../../workspace/json.ts'
import { Menu } from '../menu/menu.tsx'
import { textOfObject } from '../text/text-of-object.ts'
import { useSurface } from './surface.ts'

type Props = { readonly block: JsonObject; readonly element: JsonObject; readonly label: string }

export function OverflowElement({ block, element, label }: Props) {
  const { click } = useSurface()
  const items = objectsOf(element.options).map((option) => ({
    text: textOfObject(option.text),
    run: () =>
      void click({
        action_id: String(element.action_id),
        block_id: String(block.block_id),
        option: String(option.value),
      }).catch(() => undefined),
  }))
  return <Menu label={`More: ${label}`} caption="⋯" items={items} />
}
