import { type JsonObject, objectsOf } from '../../workspace/json.ts'
import { Menu } from '../menu/menu.tsx'
import { useConfirm } from '../modal/use-confirm.tsx'
import { textOfObject } from '../text/text-of-object.ts'
import { useSurface } from './surface.ts'

type Props = { readonly block: JsonObject; readonly element: JsonObject; readonly label: string }

export function OverflowElement({ block, element, label }: Props) {
  const { click } = useSurface()
  const { ask, dialog } = useConfirm(element.confirm)
  // What went wrong is shown by the desk.
  const choose = (option: string) =>
    void click({
      action_id: String(element.action_id),
      block_id: String(block.block_id),
      option,
    }).catch(() => undefined)
  const items = objectsOf(element.options).map((option) => ({
    text: textOfObject(option.text),
    run: () => ask(() => choose(String(option.value))),
  }))
  return (
    <>
      <Menu label={`More: ${label}`} caption="⋯" items={items} />
      {dialog}
    </>
  )
}
