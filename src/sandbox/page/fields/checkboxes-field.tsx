import { objectsOf } from '../../workspace/json.ts'
import { TextObject } from '../text/text-object.tsx'
import type { FieldProps } from './field-props.ts'
import { chosenValues } from './options.ts'

export function CheckboxesField({ element, id, value, enter, aria, label }: FieldProps) {
  const chosen = chosenValues(value)
  const options = objectsOf(element.options)
  function toggle(own: string, isOn: boolean) {
    const next = options.filter(({ value: one }) => (one === own ? isOn : chosen.includes(String(one))))
    enter(
      next.map((option) => ({ option: String(option.value) })),
      next,
    )
  }
  const { 'aria-describedby': describedBy } = aria
  return (
    // biome-ignore lint/a11y/useSemanticElements: it stands inside the fieldset of its block, and alone it has no legend
    <div className="choices" role="group" aria-label={label} aria-describedby={describedBy}>
      {options.map((option, index) => {
        const own = String(option.value)
        return (
          <label className="choice" key={own}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={chosen.includes(own)}
              onChange={({ target }) => toggle(own, target.checked)}
            />
            <span>
              <TextObject value={option.text} />
              {option.description !== undefined && (
                <span className="choice-description">
                  <TextObject value={option.description} />
                </span>
              )}
            </span>
          </label>
        )
      })}
    </div>
  )
}
