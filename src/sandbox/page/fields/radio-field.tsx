import { objectsOf } from '../../workspace/json.ts'
import { TextObject } from '../text/text-object.tsx'
import type { FieldProps } from './field-props.ts'
import { chosenValues } from './options.ts'

export function RadioField({ element, id, value, enter, aria, label }: FieldProps) {
  const [chosen] = chosenValues(value)
  return (
    <div className="choices" role="radiogroup" aria-label={label} {...aria}>
      {objectsOf(element.options).map((option, index) => {
        const own = String(option.value)
        return (
          <label className="choice" key={own}>
            <input
              type="radio"
              name={id}
              id={index === 0 ? id : undefined}
              checked={chosen === own}
              onChange={() => enter({ option: own }, option)}
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
