import { isObject, type JsonObject } from '../../workspace/json.ts'
import { FieldControl } from '../fields/field-control.tsx'
import { isGroup } from '../fields/is-group.ts'
import { TextObject } from '../text/text-object.tsx'
import { textOfObject } from '../text/text-of-object.ts'
import { useSurface } from './surface.ts'

/** A labelled field with its hint and what is wrong with it. */
export function InputBlock({ block }: { readonly block: JsonObject }) {
  const { idPrefix, error } = useSurface()
  const element = isObject(block.element) ? block.element : {}
  const blockId = String(block.block_id)
  const id = `${idPrefix}-${blockId}`
  const label = textOfObject(block.label)
  const isRequired = block.optional !== true
  const wrong = error(blockId)
  const described = [
    ...(block.hint === undefined ? [] : [`${id}-hint`]),
    ...(wrong === undefined ? [] : [`${id}-error`]),
  ].join(' ')
  const caption = (
    <>
      {label}
      {!isRequired && <span className="optional"> (optional)</span>}
    </>
  )
  const Wrapper = isGroup(element) ? 'fieldset' : 'div'
  return (
    <Wrapper className={wrong === undefined ? 'block-input' : 'block-input has-error'}>
      {isGroup(element) ? <legend>{caption}</legend> : <label htmlFor={id}>{caption}</label>}
      <FieldControl
        block={block}
        element={element}
        field={blockId}
        id={id}
        label={label}
        isRequired={isRequired}
        isInvalid={wrong !== undefined}
        {...(described === '' ? {} : { describedBy: described })}
      />
      {wrong !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          {wrong}
        </p>
      )}
      {block.hint !== undefined && (
        <p className="field-hint" id={`${id}-hint`}>
          <TextObject value={block.hint} />
        </p>
      )}
    </Wrapper>
  )
}
