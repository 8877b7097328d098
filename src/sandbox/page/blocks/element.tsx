import { type JsonObject, textOf } from '../../workspace/json.ts'
import { FieldControl } from '../fields/field-control.tsx'
import { ButtonElement } from './button-element.tsx'
import { OverflowElement } from './overflow-element.tsx'
import { useSurface } from './surface.ts'

type Props = {
  readonly block: JsonObject
  readonly element: JsonObject
  /** What stands nearest to it, for those who can't see that. */
  readonly label: string
}

/** An element outside an input block. */
export function Element({ block, element, label }: Props) {
  const { idPrefix } = useSurface()
  switch (element.type) {
    case 'button':
      return <ButtonElement block={block} element={element} />
    case 'overflow':
      return <OverflowElement block={block} element={element} label={label} />
    case 'image':
      return (
        <img
          className="accessory-image"
          src={textOf(element.image_url) ?? ''}
          alt={textOf(element.alt_text) ?? ''}
        />
      )
    default:
      return (
        <FieldControl
          block={block}
          element={element}
          field={`${String(block.block_id)}/${String(element.action_id)}`}
          id={`${idPrefix}-${String(block.block_id)}-${String(element.action_id)}`}
          label={label}
          isRequired={false}
        />
      )
  }
}
